/** What hooks that send nothing keep and tell. */
package io.leakage.core.hook;
