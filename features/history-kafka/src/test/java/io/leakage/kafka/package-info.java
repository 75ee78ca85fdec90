/** Against a real broker, in a process of its own, that can be killed. */
package io.leakage.kafka;
