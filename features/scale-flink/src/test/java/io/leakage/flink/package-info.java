/** A cluster in this JVM runs the job; what it tells is held against one pipeline over the same journal. */
package io.leakage.flink;
