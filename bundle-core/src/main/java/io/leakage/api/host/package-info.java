/**
 * What the hosting EMS implements or calls. It registers as OSGi services the hook that hands orders to other strategies, listeners,
 * lookups of orders and their parents, readers of an order's terms, and names of strategies; it shows the blotter columns. No call here
 * ever runs on the pipeline's thread.
 */
@Export
@Version("1.0.0")
package io.leakage.api.host;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
