/**
 * The scorecard's commands of a Gogo shell, scope {@code leakage}: each returns the text it prints, so a host without a shell needs nothing
 * of it. It reads.
 */
package io.leakage.ui.console;
