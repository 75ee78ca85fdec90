/** A short look at the worlds whose truth is known. */
package io.leakage.oracle;
