/**
 * What an EMS writes to use the scorecard, as short as it can be: a bundle that shows the columns of its orders and carries out a switch of
 * strategy. To copy from; nothing of the product needs it, and it imports {@code io.leakage.api} alone.
 */
package io.leakage.example;
