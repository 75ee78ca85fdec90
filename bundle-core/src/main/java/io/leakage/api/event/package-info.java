/**
 * The only way in. Whatever may change the scorecard enters here as an event: market data, the desk's own orders, time,
 * and an administrator's decision alike. The core implements these inlets; feeds and drop copies call them. Raw messages that others
 * received enter by who knows their protocol ({@link io.leakage.api.event.RawDoor}). Nothing here computes, and no score comes back: only
 * numbers given out, counts, what could not be read, and what waits on disk.
 */
@Export
@Version("1.0.0")
package io.leakage.api.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
