/**
 * Time: receive times of packets as near to the line as this machine can take them, how good its clock is (PTP, kernel, steps, TAI), and
 * what a time is worth as an interval. Tells the core, which has no clock of its own, once a second; nothing here touches a score.
 */
package io.leakage.marketdata.time;
