package io.leakage.api.host;

/**
 * One blotter column, as a grid needs it.
 *
 * @param id       stable id ({@code arrival_slippage})
 * @param header   short header
 * @param tooltip  one line for a person
 * @param group    columns of one group stand together
 * @param type     what a cell holds
 * @param unit     written behind the number, empty for texts
 * @param decimals decimals to show
 * @param width    preferred width in characters
 * @param nullText shown where there is no value
 * @param since    the product version that brought it
 * @param standard whether it is shown unless a person chooses otherwise
 */
public record ColumnSpec(String id, String header, String tooltip, String group, Type type, String unit, int decimals, int width,
        String nullText, String since, boolean standard) {
    /** What a cell holds. */
    public enum Type {
        /** A floating-point number. */
        NUMBER,
        /** A text. */
        TEXT
    }
}
