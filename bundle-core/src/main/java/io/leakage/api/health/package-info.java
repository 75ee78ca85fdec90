/**
 * How the sources are: one service per market-data feed, implemented by the feeds' bundle, read by consoles, pages and monitoring. It
 * tells; nothing here changes a feed or a score.
 */
@Export
@Version("1.0.0")
package io.leakage.api.health;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
