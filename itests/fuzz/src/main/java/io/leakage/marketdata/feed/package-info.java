/** What the fuzzer feeds to readers whose way in for bytes is not public. */
package io.leakage.marketdata.feed;
