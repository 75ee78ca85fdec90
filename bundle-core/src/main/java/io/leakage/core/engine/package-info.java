/**
 * The one line: inlets, ring, pipeline, outlet, mailbox, and the thin shells that put them into OSGi.
 */
package io.leakage.core.engine;
