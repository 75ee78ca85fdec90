/**
 * Scorecards as JSON, CSV and plain text, for the HTTP service and the command line alike: one shape, written once. Also what of a
 * scorecard somebody may see and decide ({@code DeskScorecard}, {@code DeskSwitches}, {@code SwitchRights}). It reads
 * {@link io.leakage.api.score.Scorecard}, keeps no score, opens nothing and rounds no number in JSON.
 */
@Export
@Version("1.0.0")
package io.leakage.ui.text;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
