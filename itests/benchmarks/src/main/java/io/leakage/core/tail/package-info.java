/**
 * Contestants that need what the tail keeps to itself; they live in its package for that alone and are no part of it.
 */
package io.leakage.core.tail;
