/**
 * Desks as an administrator configures them: checked in one place, told to the scorecard as events, each apart from all others. What was
 * good last stays in force while a change of it is refused. Nothing here knows an order.
 */
package io.leakage.core.desk;
