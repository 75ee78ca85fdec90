package io.leakage.marketdata.feed;

import java.util.ArrayList;
import java.util.List;

/** What an adapter left out, as sentences. */
final class Doubts {
    private Doubts() {
    }

    static List<String> of(ItchToInlet itch, long unread) {
        List<String> doubts = new ArrayList<>();
        if (itch.unknownLocates() > 0) {
            doubts.add(itch.unknownLocates()
                    + " messages about stocks whose directory message is missing, expected it before them; they were left out");
        }
        if (itch.refused() > 0) {
            doubts.add(itch.refused() + " messages left out: their side, state or symbol means nothing");
        }
        unread(unread, doubts);
        return doubts;
    }

    static List<String> of(IexToInlet iex, long unread) {
        List<String> doubts = new ArrayList<>();
        if (iex.refused() > 0) {
            doubts.add(iex.refused() + " messages left out: their state, price or symbol means nothing");
        }
        unread(unread, doubts);
        return doubts;
    }

    private static void unread(long unread, List<String> doubts) {
        if (unread > 0) {
            doubts.add(unread + " messages left out: their type is unknown or bytes are missing");
        }
    }
}
