package io.leakage.api.desk;

/** Why a desk's configuration is not taken. The message carries field, value and what is allowed. */
public final class RefusedSetting extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String value;
    private final String allowed;

    /**
     * A refusal.
     *
     * @param field   the field, as a configuration writes it
     * @param value   what it said; null for nothing
     * @param allowed what it may say
     */
    public RefusedSetting(String field, String value, String allowed) {
        super("leakage.desk: " + field + ": expected " + allowed + ", got " + (value == null ? "nothing" : "\"" + value + "\""));
        this.field = field;
        this.value = value;
        this.allowed = allowed;
    }

    /** {@return the field} */
    public String field() {
        return field;
    }

    /** {@return what it said; null for nothing} */
    public String value() {
        return value;
    }

    /** {@return what it may say} */
    public String allowed() {
        return allowed;
    }
}
