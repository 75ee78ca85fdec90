/** What the tests of every package here share: a scorecard of rows put in by hand. */
package io.leakage.ui;
