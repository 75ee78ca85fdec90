package io.leakage.core.engine;

import io.leakage.api.event.DeskInlet;
import io.leakage.api.event.Inlets;
import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.WhenFull;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** The front door: each inlet gets slots of its own; a drop-copy source has one inlet, since its raw journal has one writer. */
final class Doors implements Inlets {
    private final Names names;
    private final Supplier<Slots> slots;
    private final Function<String, RawLog> rawLogs;
    private final Map<String, OrderDoor> sources = new HashMap<>();
    private final DeskDoor desk;

    Doors(Names names, Supplier<Slots> slots, Function<String, RawLog> rawLogs) {
        this.names = names;
        this.slots = slots;
        this.rawLogs = rawLogs;
        this.desk = new DeskDoor(names, slots.get());
    }

    @Override
    public MarketInlet market(String feed, WhenFull whenFull) {
        return new MarketDoor(names, slots.get(), feed, whenFull);
    }

    @Override
    public synchronized OrderInlet orders(String source) {
        return sources.computeIfAbsent(source, name -> new OrderDoor(names, slots.get(), rawLogs.apply(name), name));
    }

    @Override
    public DeskInlet desk() {
        return desk;
    }
}
