/**
 * The journal on disk and its replay, for the ring (events) and for the drop copy (raw messages). It stores and returns records; only
 * {@code Replay} knows that a record of the event journal is a frame. Segments begin with a day or when the one before is full, are packed
 * once they are closed, and are read alike either way, in every version of the records that can still be read.
 */
package io.leakage.core.history;
