/**
 * Formats of venues, captures and clocks as bytes: who reads an array of bytes learns the fields that stand in it. Sessions of numbered
 * messages are here, too ({@code SequencedLines}, {@code Resequencer}, {@code HeldMessages}): they keep what came too early, ask for
 * what is missing and are told the time with every call. For any Java program: no sockets, no files, no clock of its own, no books kept,
 * nothing of the core and nothing of OSGi. No allocation for a message while nothing is missing.
 */
package io.leakage.marketdata.wire;
