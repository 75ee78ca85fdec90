/** What the tests and benchmarks of this bundle write and record with. */
package io.leakage.marketdata.tape;
