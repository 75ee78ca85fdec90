/** What enters is refused where it makes no sense, with field, value and what is allowed. */
package io.leakage.api.event;
