package io.leakage.ui.text;

import io.leakage.api.health.HistoryState;
import java.util.List;
import java.util.function.ToLongFunction;

/** Stores that keep the history elsewhere, as Prometheus reads them (text format 0.0.4). One document, one use. */
public final class HistoryMetrics {
    private final PrometheusText text = new PrometheusText();
    private final List<HistoryState> stores;

    private HistoryMetrics(List<HistoryState> stores) {
        this.stores = stores;
    }

    /** {@return the text} */
    public static String of(List<HistoryState> stores) {
        HistoryMetrics metrics = new HistoryMetrics(stores);
        metrics.each("leakage_history_lag_bytes", "Bytes of the journal that the store does not keep yet.", "gauge", HistoryState::lag);
        metrics.each("leakage_history_in_trouble", "1 while the store cannot keep what it was told.", "gauge",
                store -> store.trouble().isEmpty() ? 0 : 1);
        metrics.each("leakage_history_records_total", "Records told to the store.", "counter", HistoryState::records);
        metrics.each("leakage_history_retries_total", "How often the store was asked again to keep what it had been told.", "counter",
                HistoryState::retries);
        return metrics.text.toString();
    }

    private void each(String name, String help, String type, ToLongFunction<HistoryState> value) {
        text.head(name, help, type);
        stores.forEach(store -> text.sample(name, "store", store.name()).value(value.applyAsLong(store)));
    }
}
