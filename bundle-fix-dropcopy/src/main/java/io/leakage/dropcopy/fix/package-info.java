/**
 * The desk's own orders in: FIX sessions and FIX logs become calls on the order inlet, by one scan of the raw bytes. The only package that
 * knows QuickFIX/J, so it also carries the order session over which {@code dropcopy.order} sends. It keeps no order state and scores
 * nothing; what it cannot read it hands on as it came, with the reason.
 */
package io.leakage.dropcopy.fix;
