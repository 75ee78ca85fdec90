/**
 * One order's scorecard as a page to read, keep and print: numbers with interval and status, and what a person would rather look at drawn
 * as SVG. No script, nothing fetched but a style sheet, which a file carries in itself. It reads rows; it computes nothing a row does not
 * say.
 */
package io.leakage.ui.card;
