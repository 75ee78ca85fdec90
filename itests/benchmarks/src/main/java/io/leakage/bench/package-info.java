/**
 * Speed, beside its peers, in the same run. For whoever changes the hot path: every figure stands next to a baseline and a goal. It
 * measures and reports; no build waits for it.
 */
package io.leakage.bench;
