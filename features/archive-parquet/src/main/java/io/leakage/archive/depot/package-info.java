/**
 * Where the archive's files lie: a folder, or a bucket of an S3 store. Knows nothing of what stands in them; what counts is what the
 * manifest names, and that is exchanged in one step.
 */
package io.leakage.archive.depot;
