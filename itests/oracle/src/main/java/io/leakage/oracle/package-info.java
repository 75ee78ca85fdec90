/**
 * Markets whose truth is known, and what the scorecard says of them: false alarms where nobody reacts to our orders, power where somebody
 * does, bias and coverage of what it estimates, beside the rules others use, on the same data. {@code itests/oracle.sh} prints the table.
 */
package io.leakage.oracle;
