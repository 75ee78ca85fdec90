/**
 * The market as it was: whole-market order books, the as-of tape of their tops, and how far each feed has come. For the pipeline and what
 * it measures. It knows no own order, only that one lives in an instrument and since when ({@code Market.follow}), so as to keep more of
 * its past.
 */
package io.leakage.core.book;
