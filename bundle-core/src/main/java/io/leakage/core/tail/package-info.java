/**
 * Behind the journal: the pipeline runs once more over what the live one wrote, and what comes of it is told to the stores that keep the
 * history elsewhere, each on a thread of its own. Nothing here is asked by the live side, and nothing here can make it wait.
 */
package io.leakage.core.tail;
