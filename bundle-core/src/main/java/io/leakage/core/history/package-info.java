/**
 * The journal on disk and its replay. It stores and returns frames and knows nothing of what they mean.
 */
package io.leakage.core.history;
