package io.leakage.core.engine;

import io.leakage.api.event.Inlets;
import io.leakage.core.book.Market;

/** The front door with nothing behind it but the books: what the measures are held against. */
public final class BooksAlone {
    private final Market market = new Market();
    private final Doors doors;

    /** Empty books. */
    public BooksAlone() {
        DirectSlots slots = new DirectSlots(market::apply);
        doors = new Doors(new Names(), () -> slots, source -> (raw, offset, length) -> 0);
    }

    /** {@return the front door} */
    public Inlets inlets() {
        return doors;
    }
}
