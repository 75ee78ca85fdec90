package io.leakage.ui.web;

import io.leakage.api.score.Scorecard;
import io.leakage.ui.text.ScorecardJson;
import java.util.LinkedHashMap;
import java.util.Map;

/** The orders that changed last as a stream tells them, JSON in UTF-8, written once however many pages are told. Any thread. */
final class Lines {
    private static final int KEPT = 1_024;

    private final ScorecardJson json;
    private final Map<Integer, Line> lines = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Line> eldest) {
            return size() > KEPT;
        }
    };

    Lines(Scorecard scorecard) {
        json = new ScorecardJson(scorecard).streamed();
    }

    /**
     * Gives an order.
     *
     * @param parent its number
     * @param change the last change of it that is known
     * @return its row, no older than that change; null when there is no such order
     */
    byte[] of(int parent, long change) {
        synchronized (lines) {
            Line line = lines.get(parent);
            if (line != null && line.change >= change) {
                return line.text;
            }
        }
        return anew(parent, change);
    }

    /** {@return an order's row as it is now} */
    byte[] anew(int parent, long change) {
        byte[] text = json.bytes(parent);
        if (text != null) {
            synchronized (lines) {
                lines.put(parent, new Line(change, text));
            }
        }
        return text;
    }

    private record Line(long change, byte[] text) {
    }
}
