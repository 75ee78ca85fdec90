/** Against scripted exchanges of bytes. */
package io.leakage.kdb;
