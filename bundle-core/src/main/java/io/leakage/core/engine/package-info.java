/**
 * The one line: inlets, ring, pipeline, outlet, mailbox, and the thin shells that put them into OSGi. What runs the pipeline over a
 * journal again stands beside it: the recovery, a replay, a tail behind the live one, and what is kept of days that are given up. For the
 * framework, and for tools that run a journal without one. It keeps the order of things; it knows no protocol, no formula and no page.
 */
package io.leakage.core.engine;
