/**
 * The history published to kdb+ as a feed handler does, by {@code .u.upd}. The tests hold it against exchanges put together byte by byte
 * from the protocol's description; it has not met a kdb+ process, which cannot be had freely.
 */
package io.leakage.kdb;
