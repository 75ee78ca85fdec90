/** Spark over the archive's files. */
package io.leakage.itests.spark;
