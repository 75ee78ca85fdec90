/**
 * The journal on disk and its replay, for the ring (events) and for the drop copy (raw messages). It stores and returns records; only
 * {@code Replay} knows that a record of the event journal is a frame.
 */
package io.leakage.core.history;
