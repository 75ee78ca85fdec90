package io.leakage.ui.text;

/** What Prometheus reads (text format 0.0.4), written metric by metric: a head, then a sample for each set of labels. One document, one use. */
final class PrometheusText {
    private final StringBuilder text = new StringBuilder();

    /** A metric begins. */
    void head(String name, String help, String type) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    /**
     * Begins a sample; its {@link #value} follows.
     *
     * @param labels each with its value behind it
     */
    PrometheusText sample(String name, String... labels) {
        text.append(name);
        for (int i = 0; i < labels.length; i += 2) {
            text.append(i == 0 ? '{' : ',').append(labels[i]).append("=\"").append(escaped(labels[i + 1])).append('"');
        }
        text.append(labels.length > 0 ? "} " : " ");
        return this;
    }

    /** Ends a sample. */
    void value(long value) {
        text.append(value).append('\n');
    }

    /** Ends a sample. */
    void value(double value) {
        text.append(Double.isInfinite(value) ? "+Inf" : String.valueOf(value)).append('\n');
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
