/**
 * The history in QuestDB, by the Influx line protocol over HTTP: tables as the history has them, a designated timestamp beside
 * {@code ts_ns}, each record once whatever is sent again.
 */
package io.leakage.ilp;
