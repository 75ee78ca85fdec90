/**
 * What a desk decided to be warned of: rules over the numbers of a parent's row, judged in event time on the pipeline's thread. A number that
 * cannot be said neither fires a rule nor ends one. Rules arrive as events, so that a replay knows which version judged what. Nothing here
 * touches an order.
 */
package io.leakage.core.rule;
