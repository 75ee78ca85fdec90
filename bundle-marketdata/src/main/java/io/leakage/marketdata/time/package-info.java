/**
 * Time for the core, which has no clock of its own: what the machine's clock read, told once a second as an event. How good that clock is
 * will be said here too; nothing here touches a score.
 */
package io.leakage.marketdata.time;
