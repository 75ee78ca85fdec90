/** Against a real server, in a process of its own, that can be killed. */
package io.leakage.ilp;
