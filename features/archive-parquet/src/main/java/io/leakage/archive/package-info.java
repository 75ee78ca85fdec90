/**
 * The history as Parquet files that any tool of research reads. {@link io.leakage.archive.ArchiveSink} is told the records, writes them by
 * table and day, and publishes a manifest that names the files and the journal's position in one step: so each record stands there once,
 * whatever dies when. Small files of a day become a big one later. Nothing here asks the scorecard anything.
 */
package io.leakage.archive;
