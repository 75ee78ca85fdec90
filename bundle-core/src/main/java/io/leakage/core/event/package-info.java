/**
 * What travels: the mutable slot, the kinds of event, and {@code Frame}, the slot as fixed bytes. Journal, replay and ring share it; it
 * computes nothing.
 */
package io.leakage.core.event;
