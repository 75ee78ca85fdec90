package io.leakage.dropcopy.order;

import java.util.Map;

/**
 * A strategy as the broker's file describes it.
 *
 * @param name       its name, by which rules call it
 * @param wireValue  what a message says
 * @param single     whether it is for single orders; lists and multi-leg orders are not switched
 * @param parameters by name, in the file's order; those of a repeating group are not among them
 */
record FixatdlStrategy(String name, String wireValue, boolean single, Map<String, FixatdlParameter> parameters) {
}
