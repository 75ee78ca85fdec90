/**
 * The columns for hosts on SWT: JFace viewers and GlazedLists. Both are optional imports, so the bundle resolves in a host that has
 * neither.
 */
@Export
@Version("1.0.0")
package io.leakage.ui.jface;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
