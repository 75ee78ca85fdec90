/**
 * The scorecard over HTTP: JSON, a stream of changes and a page, as one servlet for the HTTP Whiteboard. Loopback only until an
 * administrator says otherwise. It reads; nothing here changes an order, a rule or a score. Desks are changed and switches decided
 * here, by who holds a token for it: {@code Callers} says who asks and what they may. Only this package knows servlets, so the columns
 * work in a host without HTTP.
 */
package io.leakage.ui.web;
