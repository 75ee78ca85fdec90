/**
 * How well the scorecard's sources do: the machine's clock, the feeds and their lines. Who runs a source registers a service that tells;
 * consoles, pages and monitoring read it. Nothing here changes a feed or touches a score.
 */
@Export
@Version("1.0.0")
package io.leakage.api.health;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
