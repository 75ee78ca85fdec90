/** Tests of desks as an administrator configures them. */
package io.leakage.core.desk;
