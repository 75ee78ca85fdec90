/**
 * The cancel/replace hook: hands an order to another strategy over the EMS's own order session, as far as the broker's FIXatdl file says
 * that it can be done. Keeps what it asked for and has no answer to yet, and nothing else of any order; knows no FIX library.
 */
package io.leakage.dropcopy.order;
