/**
 * Who administers the scorecard, desk by desk: what each desk is set to, what was refused and why, and how to change it. The core
 * implements it over the framework's configurations; consoles, pages and health checks call it. Nothing here touches an order or a score.
 */
@Export
@Version("1.0.0")
package io.leakage.api.desk;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
