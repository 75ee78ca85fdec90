/**
 * The same pipeline as a Flink job, parted by instrument: blocks of frames from a journal or a topic, parted in one place, scored in as many
 * as there are slots, and what concerns whole desks put together in a second stage.
 */
package io.leakage.flink;
