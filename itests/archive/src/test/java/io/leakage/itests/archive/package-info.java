/** The archive with what it is used with: a journal, a bucket, a notebook. */
package io.leakage.itests.archive;
