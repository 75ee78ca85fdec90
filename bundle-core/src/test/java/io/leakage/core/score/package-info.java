/** The stores and what readers see of them. */
package io.leakage.core.score;
