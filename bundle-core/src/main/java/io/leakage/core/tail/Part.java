package io.leakage.core.tail;

import io.leakage.api.event.Absent;
import io.leakage.api.history.HistoryRecord;
import io.leakage.api.history.HistoryTable;
import io.leakage.api.score.NameKind;
import io.leakage.core.engine.PartEngine;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.Frame;
import io.leakage.core.event.LeakageEvent;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The pipeline for one part of the instruments, and what it has to tell: the records of its own instruments, as a {@link Tail} over the whole
 * journal tells them, but for the numbers of journal positions and parents; here an event's number stands for its position. What people and
 * hooks said of switches is the live desk's: it is told, by the first part, and not applied. One thread.
 *
 * <p>What a part knows is what it was given: who keeps that and gives it once more to a new one, silently, has the same part again.
 */
public final class Part {
    private final int number;
    private final int parts;
    private final Consumer<HistoryRecord> into;
    private final PartReader reader = new PartReader();
    private final LeakageEvent event = new LeakageEvent();
    private final LeakageEvent away = new LeakageEvent();
    private final Map<String, Boolean> homes = new HashMap<>();
    private final Texts names = new Texts();
    private final Records records;
    private final PartEngine engine = new PartEngine(this::tell);
    private final Standings standings = new Standings(names, this::isHome, engine::rate);
    private final FillStandings fills = new FillStandings(names, this::isHome);
    private boolean silent;
    private boolean own;
    private boolean skips;
    private long unreadable;

    /**
     * A part that has been given nothing.
     *
     * @param number which, from 0
     * @param parts  of how many
     * @param into   takes records; must keep nothing of them
     */
    public Part(int number, int parts, Consumer<HistoryRecord> into) {
        this.number = number;
        this.parts = parts;
        this.into = into;
        records = new Records(new PartSink(this::take));
    }

    /**
     * Takes the next block.
     *
     * @param bytes  as {@link Parting#part} gives them
     * @param before whether this was told before: changes what the part knows, and tells nothing
     */
    public void take(byte[] bytes, boolean before) {
        reader.begin(bytes);
        silent = before || reader.isCarried();
        while (reader.next()) {
            engine.at(reader.number());
            switch (reader.tag()) {
                case PartWriter.OWN -> frame(true);
                case PartWriter.ALSO -> frame(false);
                case PartWriter.PASS -> {
                    records.passed(reader.nanos());
                    own = false;
                    engine.pass(reader.source(), reader.place(), reader.nanos());
                }
                case PartWriter.ORDER -> order();
                case PartWriter.LOST -> engine.lost();
                default -> { }
            }
        }
    }

    /** {@return desks' orders of which something is another since this was asked last} */
    public Standings standings() {
        return standings;
    }

    /** {@return fills of which something is another since this was asked last} */
    public FillStandings fills() {
        return fills;
    }

    /** {@return frames that could not be read} */
    public long unreadable() {
        return unreadable;
    }

    /** {@return events that did not fit} */
    public long unapplied() {
        return engine.unapplied();
    }

    private void frame(boolean ofOwn) {
        own = ofOwn;
        try {
            Frame.read(reader.frame(), event);
        } catch (RuntimeException e) {
            unreadable++;
            engine.lost();
            return;
        }
        if (event.kind() == EventKind.NAMED) {
            name();
        }
        switch (event.kind()) {
            case DECISION, HOOK, RESTARTED -> tell(event);
            default -> engine.take(event);
        }
    }

    private void name() {
        String text = new String(event.text(), 0, event.textLength, StandardCharsets.UTF_8);
        names.take(event);
        if (event.nameKind() == NameKind.INSTRUMENT) {
            homes.put(text, isHome(event.name));
        }
    }

    private boolean isHome(int instrument) {
        return instrument < 0 || Parting.partOf(instrument, parts) == number;
    }

    private void order() {
        records.passed(reader.nanos());
        own = false;
        away.kind(EventKind.CARRIED);
        away.code = LeakageEvent.LEFT_OUT;
        away.source = reader.source();
        away.name = Absent.NAME;
        away.account = Absent.NAME;
        away.price = reader.place();
        away.venueNanos = reader.nanos();
        away.quantity = 1;
        away.orderRef = 1;
        away.otherRef = 0;
        engine.take(away);
    }

    private void tell(LeakageEvent told) {
        skips = number > 0 && DecisionRecords.isSaid(told.kind());
        records.write(told, engine, silent ? Long.MAX_VALUE : 0);
        for (int i = 0; told.rows() != null && i < told.rows().parents(); i++) {
            standings.take(told.rows().parent(i));
        }
        if (told.rows() != null) {
            fills.take(told.rows());
        }
        if (told.kind() == EventKind.DESK_TERMS) {
            standings.terms(told.name);
        }
    }

    /** A record is told where its event was somebody's own, or where its parent's instrument is at home. */
    private boolean take(HistoryRecord item) {
        String symbol = item.textAt(HistoryTable.SYMBOL);
        boolean ours = switch (item.table()) {
            case ORDERS, QUOTES, TRADES -> own;
            default -> symbol == null ? !(skips && item.table() == HistoryTable.AUDIT) : homes.getOrDefault(symbol, false);
        };
        if (ours) {
            into.accept(item);
        }
        return false;
    }
}
