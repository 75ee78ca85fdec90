/** Hooks that send nothing: what stands in for the EMS's own until it has one, and until a desk trusts it. They keep no order state. */
package io.leakage.core.hook;
