/** A class that QuickFIX/J 2.3.2 links against and MINA 2.2.10 no longer has; without it no TLS session starts. */
package org.apache.mina.filter.ssl;
