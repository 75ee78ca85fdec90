/**
 * The one line: inlets, ring, pipeline, outlet, mailbox, and the thin shells that put them into OSGi. What runs the pipeline over a journal
 * again stands beside it: the recovery, a replay, a tail behind the live one, and what is kept of days that are given up.
 */
package io.leakage.core.engine;
