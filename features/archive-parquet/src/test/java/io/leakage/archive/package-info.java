/** Whether the archive keeps everything once, whatever fails. */
package io.leakage.archive;
