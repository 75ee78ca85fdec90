/**
 * Switches of algos, from the rule that asks for one to the answer of the other side: what must hold before one may go out, who has to
 * agree, and what stops them all. Everything that decides comes as an event, so that a replay takes every decision again and sends
 * nothing: what goes out is carried from here by others, and only while the scorecard is live. Nothing here sends.
 */
package io.leakage.core.switching;
