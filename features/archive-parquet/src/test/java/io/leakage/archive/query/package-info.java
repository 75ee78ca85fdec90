/** Whether the archive answers right, every recipe of the cookbook included. */
package io.leakage.archive.query;
