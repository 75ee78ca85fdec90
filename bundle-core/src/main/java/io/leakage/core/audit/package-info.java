/**
 * The audit of switches: lines of JSON that are only ever appended, each carrying the hash of the one before, so that any change, deletion
 * or reordering shows. Knows nothing of what the lines say.
 */
package io.leakage.core.audit;
