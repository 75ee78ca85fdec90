package io.leakage.marketdata.feed;

import io.leakage.api.health.FeedHealth;
import java.io.Closeable;

/** A feed that runs, whatever its transport. Closing it waits for its thread's end. */
interface Feed extends FeedHealth, Closeable {
}
