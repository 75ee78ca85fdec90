/** What tests of every bundle measure with; shared as this bundle's test jar. */
package io.leakage.testing;
