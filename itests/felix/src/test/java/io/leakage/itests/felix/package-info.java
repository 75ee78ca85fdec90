/** Boots what features/desk lists in real frameworks and uses it as a host would. Scores themselves are tested in itests/scenarios. */
package io.leakage.itests.felix;
