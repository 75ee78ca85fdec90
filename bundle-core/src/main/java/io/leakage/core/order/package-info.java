/**
 * The desk's own orders as the drop copy told them: parents, children, ClOrdID chains and the execution ledger. It knows no market.
 *
 * <p>What is counted, and when:
 * <ul>
 * <li>An execution counts once, by the key its source's profile makes, whatever comes how often and in which order. The same key with
 * another content is a conflict; the first stands. Keys of reports that are no trades are no keys.</li>
 * <li>Corrections and busts apply to the execution they refer to, wherever it is now; those that come first wait for it.</li>
 * <li>Status, terms and figures are those of the newest report in event time. Our own sum stands beside CumQty, LeavesQty and AvgPx and is
 * never replaced by them.</li>
 * <li>A whole of several legs (442=3) counts, its legs (442=2) only repeat it. A transfer between accounts (828=3; 829=0, 1, 2, 5, 6) is
 * no execution, nor is a report with the TrdMatchID (880) of an execution of the same order at the same price under another account.</li>
 * <li>Prices are in the currency the instrument was first told in (15); pence and pounds are one currency, any other second one is
 * doubtful.</li>
 * <li>An id may come again a night later and then means another order; busts of the old one still find it.</li>
 * </ul>
 */
package io.leakage.core.order;
