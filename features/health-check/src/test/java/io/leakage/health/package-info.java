/** Recorded states, each with the verdict a person would give. */
package io.leakage.health;
