/**
 * Venue formats as bytes: who reads an array of bytes learns the fields that stand in it. Pure functions of the bytes, for any
 * Java program: no sockets, no files, no clock, no books, no allocation, nothing of the core and nothing of OSGi.
 */
package io.leakage.marketdata.wire;
