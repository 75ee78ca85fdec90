/**
 * What the hosting EMS implements or calls: listeners it registers as OSGi services, and the blotter columns it shows. No call here
 * ever runs on the pipeline's thread.
 */
@Export
@Version("1.0.0")
package io.leakage.api.host;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
