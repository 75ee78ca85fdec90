/** SQL over the archive: DuckDB with a view for every table, and for what research asks most. Reads, and never writes. */
package io.leakage.archive.query;
