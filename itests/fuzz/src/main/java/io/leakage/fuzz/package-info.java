/**
 * What the fuzzer feeds: one class per decoder, each with the method that Jazzer calls with any bytes. A decoder may refuse them in the way
 * it declares; it may not throw anything else, nor allocate much.
 */
package io.leakage.fuzz;
