/** What the tests of this bundle write and record with. */
package io.leakage.marketdata.tape;
