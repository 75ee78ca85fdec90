/** The architecture as tests: directions between packages, libraries in their places, no clock in the core, the layout of the tree. */
package io.leakage.itests.house;
