/** The journal under kill, damage and a full disk; replay frame by frame. */
package io.leakage.core.history;
