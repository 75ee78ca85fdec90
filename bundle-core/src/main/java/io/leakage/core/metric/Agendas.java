package io.leakage.core.metric;

import java.util.Arrays;

/**
 * An agenda for each feed. One thread; no allocation but to grow.
 *
 * @param <Q> what waits
 */
public final class Agendas<Q extends Due> {
    private Agenda<?>[] byFeed = new Agenda<?>[4];

    /** {@return a feed's agenda, null when nothing was ever put on it} */
    @SuppressWarnings("unchecked")
    public Agenda<Q> at(int feed) {
        return feed < 0 || feed >= byFeed.length ? null : (Agenda<Q>) byFeed[feed];
    }

    /** {@return a feed's agenda, to put something on it} */
    public Agenda<Q> of(int feed) {
        if (feed >= byFeed.length) {
            byFeed = Arrays.copyOf(byFeed, Math.max(feed + 1, byFeed.length * 2));
        }
        if (byFeed[feed] == null) {
            byFeed[feed] = new Agenda<Q>();
        }
        return at(feed);
    }
}
