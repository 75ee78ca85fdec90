/**
 * Feeds, clock and scorecard as Felix health checks: each asks a service of the scorecard, judges what it hears, and gives a line for
 * every finding. Nothing here changes anything; consoles ({@code hc:exec leakage}), JMX and probes read it.
 */
package io.leakage.health;
