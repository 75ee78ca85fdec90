package io.leakage.core.engine;

import io.leakage.api.event.DeskInlet;
import io.leakage.api.event.Inlets;
import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.WhenFull;
import java.util.function.Supplier;

/** The front door: each inlet gets slots of its own. */
final class Doors implements Inlets {
    private final Names names;
    private final Supplier<Slots> slots;
    private final RawLog rawLog;
    private final DeskDoor desk;

    Doors(Names names, Supplier<Slots> slots, RawLog rawLog) {
        this.names = names;
        this.slots = slots;
        this.rawLog = rawLog;
        this.desk = new DeskDoor(names, slots.get());
    }

    @Override
    public MarketInlet market(String feed, WhenFull whenFull) {
        return new MarketDoor(names, slots.get(), feed, whenFull);
    }

    @Override
    public OrderInlet orders(String source) {
        return new OrderDoor(names, slots.get(), rawLog, source);
    }

    @Override
    public DeskInlet desk() {
        return desk;
    }
}
