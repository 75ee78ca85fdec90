/**
 * The market as it was: whole-market order books, the as-of tape of their tops, and how far each feed has come. It knows no own order.
 */
package io.leakage.core.book;
