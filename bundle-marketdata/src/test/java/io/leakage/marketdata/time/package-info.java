/** The clock's judge on made-up readings; stamps, steps and PTP on real parts. */
package io.leakage.marketdata.time;
