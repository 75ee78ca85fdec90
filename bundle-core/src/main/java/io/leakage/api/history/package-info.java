/**
 * What a connector implements to keep the history elsewhere: the same pipeline runs over the journal behind the live one, and tells each
 * {@link io.leakage.api.history.HistorySink} what there is to keep, in tables whose columns
 * {@link io.leakage.api.history.HistoryTable} lists. A sink that is slow or down falls behind; nothing else does.
 */
@Export
@Version("1.0.0")
package io.leakage.api.history;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
