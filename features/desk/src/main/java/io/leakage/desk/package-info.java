/**
 * What an administrator runs: the launcher that boots a framework with exactly the bundles the feature list names, and the commands
 * in {@code features/}, the demonstration and its case study among them. For a desk without a host of its own and for the tests; an EMS installs the bundles itself and needs nothing
 * from here. No bundle depends on this package.
 */
package io.leakage.desk;
