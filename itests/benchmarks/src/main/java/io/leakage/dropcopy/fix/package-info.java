/**
 * Contestants that need what the drop copy keeps to itself; they live in its package for that alone and are no part of it.
 */
package io.leakage.dropcopy.fix;
