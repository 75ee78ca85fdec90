/**
 * The blotter's columns: one host-neutral service derived from the catalogue of measures, and Swing's thin adapter, which the JDK alone
 * carries; those of other grids are in {@code ui.jface} and {@code ui.javafx}. For hosts and for the page; it computes no measure and never
 * blocks whoever reads or tells.
 */
@Export
@Version("1.0.0")
package io.leakage.ui.column;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
