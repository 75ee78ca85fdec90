package io.leakage.core.engine;

import io.leakage.api.event.DeskInlet;
import io.leakage.api.event.Inlets;
import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.ReferenceInlet;
import io.leakage.api.event.WhenFull;
import io.leakage.core.order.Repeats;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** The front door: each inlet gets slots of its own; a drop-copy source has one inlet, since its raw journal has one writer. */
final class Doors implements Inlets {
    private final Names names;
    private final Supplier<Slots> slots;
    private final Function<String, RawLog> rawLogs;
    private final IntFunction<RawProgress> applied;
    private final Map<String, OrderDoor> sources = new HashMap<>();
    private final Marks marks = new Marks();
    private final DeskDoor desk;
    private final ReferenceDoor reference;
    private final SwitchDoor switches;
    private final Repeats repeats;

    Doors(Names names, Supplier<Slots> slots, Function<String, RawLog> rawLogs) {
        this(names, slots, rawLogs, source -> new RawProgress(false), new Kills(null), new Repeats());
    }

    /**
     * @param applied  how far each source's raw journal has come into the event journal
     * @param kills    what a kill is told at once
     * @param repeats  executions told more than once
     */
    Doors(Names names, Supplier<Slots> slots, Function<String, RawLog> rawLogs, IntFunction<RawProgress> applied,
            Kills kills, Repeats repeats) {
        this.names = names;
        this.slots = slots;
        this.rawLogs = rawLogs;
        this.applied = applied;
        this.repeats = repeats;
        this.desk = new DeskDoor(names, slots.get(), marks);
        this.switches = new SwitchDoor(names, slots.get(), kills, desk::clockNanos);
        this.reference = new ReferenceDoor(names, slots.get());
    }

    @Override
    public MarketInlet market(String feed, WhenFull whenFull) {
        return new MarketDoor(names, slots.get(), feed, whenFull);
    }

    @Override
    public synchronized OrderInlet orders(String source) {
        return sources.computeIfAbsent(source, this::open);
    }

    private OrderDoor open(String source) {
        RawLog rawLog = rawLogs.apply(source);
        OrderWriter writer = new OrderWriter(names, slots.get(), source, marks);
        CopyStates states = new CopyStates(slots.get(), writer.source());
        return new OrderDoor(writer, states, rawLog, applied.apply(writer.source()), repeats);
    }

    @Override
    public DeskInlet desk() {
        return desk;
    }

    /** The terms of the desk of this number are in force no more. */
    void withdrawTerms(int number) {
        desk.terms(number, null);
    }

    @Override
    public SwitchDoor switches() {
        return switches;
    }

    @Override
    public ReferenceInlet reference() {
        return reference;
    }
}
