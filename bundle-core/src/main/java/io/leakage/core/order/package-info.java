/**
 * The desk's own orders as the drop copy told them: parents, children, ClOrdID chains and the execution ledger. It knows no market.
 */
package io.leakage.core.order;
