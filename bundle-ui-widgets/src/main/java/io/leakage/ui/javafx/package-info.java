/** The columns for hosts on JavaFX: an optional import, so the bundle resolves in a host that has none. */
@Export
@Version("1.0.0")
package io.leakage.ui.javafx;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
