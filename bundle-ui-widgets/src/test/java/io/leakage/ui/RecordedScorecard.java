package io.leakage.ui;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;
import io.leakage.api.score.Amendment;
import io.leakage.api.score.Ask;
import io.leakage.api.score.ArrivalSource;
import io.leakage.api.score.ChildRow;
import io.leakage.api.score.Discoveries;
import io.leakage.api.score.EvidenceCard;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Horizon;
import io.leakage.api.score.Input;
import io.leakage.api.score.Measure;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Progress;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.Status;
import io.leakage.api.score.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A scorecard of rows put in by hand. Any thread. */
public final class RecordedScorecard implements Scorecard {
    /** When every order here arrives: 2026-03-02T14:30:00Z. */
    public static final long ARRIVAL = 1_772_461_800_000_000_000L;
    private static final long MILLI = 1_000_000L;
    private static final long CENT = 1_000_000L;

    private final Map<NameKind, List<String>> names = new HashMap<>();
    private final RecordedSwitches switches = new RecordedSwitches();
    private final Map<String, String> algos = new HashMap<>();
    private final Map<String, Integer> byId = new HashMap<>();
    private final List<Amendment> amendments = new ArrayList<>();
    private final List<Ask> asks = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private final Map<Integer, EvidenceCard> cards = new HashMap<>();
    private final Map<String, Discoveries> discoveries = new HashMap<>();
    private final List<ParentRow> parents = new ArrayList<>();
    private final List<List<ChildRow>> children = new ArrayList<>();
    private final List<List<FillRow>> fills = new ArrayList<>();

    /** {@return the number of this name, given out when new} */
    public synchronized int name(NameKind kind, String text) {
        List<String> known = names.computeIfAbsent(kind, k -> new ArrayList<>());
        if (!known.contains(text)) {
            known.add(text);
        }
        return known.indexOf(text);
    }

    /** Lets one more id lead to this parent. */
    public synchronized void alias(String id, int parent) {
        byId.put(id, parent);
    }

    /** {@return the number of a new parent that has arrived at a mid of 100.01 and has no fill yet} */
    public synchronized int begin(String clOrdId, String desk, String symbol, Side side, long quantity) {
        int number = parents.size();
        ParentRow row = new ParentRow();
        row.number(number);
        row.order(name(NameKind.ORDER, clOrdId));
        row.desk(desk == null ? Absent.NAME : name(NameKind.DESK, desk));
        row.instrument(name(NameKind.INSTRUMENT, symbol));
        row.side(side);
        row.quantity(quantity);
        row.toldExecuted(Absent.LONG);
        row.averagePrice(Double.NaN);
        row.strategy(Absent.NAME);
        row.broker(Absent.NAME);
        row.state('0');
        row.arrivalNanos(ARRIVAL);
        row.arrivalSource(ArrivalSource.NEW_ORDER_SINGLE);
        row.arrivalMid(100.01);
        row.firstFillNanos(Absent.LONG);
        row.lastFillNanos(Absent.LONG);
        row.endNanos(Absent.LONG);
        row.asOfNanos(ARRIVAL);
        row.flags(Flag.OPEN.bit());
        for (int i = 0; i < Measure.count(); i++) {
            row.suppress(Measure.at(i), Flag.NO_FILL.bit() | Flag.OPEN.bit());
        }
        parents.add(row);
        children.add(new ArrayList<>());
        fills.add(new ArrayList<>());
        byId.put(clOrdId, number);
        return number;
    }

    /** Writes a parent's next version; {@return a copy of it}. */
    public synchronized ParentRow change(int parent, Consumer<ParentRow> change) {
        ParentRow row = parents.get(parent);
        change.accept(row);
        row.version(row.version() + 1);
        ParentRow copy = new ParentRow();
        copy.copyFrom(row);
        return copy;
    }

    /** Adds a child; {@return its place}. */
    public synchronized int child(int parent, String clOrdId, long quantity, long price) {
        ChildRow row = new ChildRow();
        row.parent(parent);
        row.number(children.get(parent).size());
        row.order(name(NameKind.ORDER, clOrdId));
        row.orderId(Absent.NAME);
        row.side(parents.get(parent).side());
        row.quantity(quantity);
        row.toldExecuted(Absent.LONG);
        row.price(price);
        row.state('0');
        row.sentNanos(ARRIVAL + 50 * MILLI);
        row.venue(name(NameKind.TEXT, "XNAS"));
        row.strategy(Absent.NAME);
        row.broker(Absent.NAME);
        children.get(parent).add(row);
        byId.put(clOrdId, parent);
        parents.get(parent).children(children.get(parent).size());
        return row.number();
    }

    /** Adds a fill of a child. */
    public synchronized void fill(int parent, int child, String execution, long nanos, long price, long quantity) {
        FillRow row = new FillRow();
        row.parent(parent);
        row.number(fills.get(parent).size());
        row.child(child);
        row.execution(name(NameKind.EXECUTION, execution));
        row.nanos(nanos);
        row.price(price);
        row.quantity(quantity);
        row.liquidity(2);
        row.venue(name(NameKind.TEXT, "XNAS"));
        row.broker(Absent.NAME);
        row.counterparty(Absent.NAME);
        row.quote(Absent.LONG, Absent.LONG);
        for (int i = 0; i < Horizon.count(); i++) {
            row.mid(Horizon.at(i), Absent.LONG, Absent.LONG, Absent.LONG, Flag.AWAITING_MARKET_DATA.bit());
        }
        fills.get(parent).add(row);
        parents.get(parent).fills(fills.get(parent).size());
        ChildRow of = children.get(parent).get(child);
        of.executed(of.executed() + quantity);
        of.state(of.executed() == of.quantity() ? '2' : '1');
    }

    /** The order of golden vector G1 after its second fill; {@return its number}. */
    public int golden(String clOrdId) {
        int parent = begin(clOrdId, "equities-us", "INST", Side.BUY, 100_000);
        int child = child(parent, clOrdId + "-1", 10_000, 10_004 * CENT);
        fill(parent, child, clOrdId + "-E1", ARRIVAL + 75 * MILLI, 100_035 * CENT / 10, 5_000);
        fill(parent, child, clOrdId + "-E2", ARRIVAL + 120 * MILLI, 100_045 * CENT / 10, 5_000);
        change(parent, row -> {
            row.executed(10_000);
            row.averagePrice(100.04);
            row.state('1');
            row.firstFillNanos(ARRIVAL + 75 * MILLI);
            row.lastFillNanos(ARRIVAL + 120 * MILLI);
            row.asOfNanos(ARRIVAL + 120 * MILLI);
            point(row, Measure.ARRIVAL_SLIPPAGE, 30_000 / 10_001.0);
            point(row, Measure.LEAKAGE_COST, 300);
            point(row, Measure.DRIFT, 30_000 / 10_001.0);
            point(row, Measure.PRE_TRADE_LEAKAGE, 10_000 / 10_001.0);
            row.input(Input.PAID, 1_000_400);
            row.input(Input.MID_NOW, 100.04);
            row.input(Input.MID_FIRST, 100.02);
            for (int i = Measure.IN_FLIGHT_DRIFT.ordinal(); i < Measure.count(); i++) {
                row.suppress(Measure.at(i), Flag.OPEN.bit());
            }
        });
        return parent;
    }

    /** Sets a measure known exactly. */
    public static void point(ParentRow row, Measure measure, double value) {
        row.score(measure, value, value, value, Status.VALID, 0);
    }

    @Override
    public synchronized int parents() {
        return parents.size();
    }

    @Override
    public synchronized int find(String id) {
        return byId.getOrDefault(id, -1);
    }

    @Override
    public synchronized boolean read(int parent, ParentRow into) {
        boolean known = parent >= 0 && parent < parents.size();
        if (known) {
            into.copyFrom(parents.get(parent));
        }
        return known;
    }

    @Override
    public synchronized boolean readChild(int parent, int child, ChildRow into) {
        boolean known = parent >= 0 && parent < parents.size() && child >= 0 && child < children.get(parent).size();
        if (known) {
            into.copyFrom(children.get(parent).get(child));
        }
        return known;
    }

    @Override
    public synchronized boolean readFill(int parent, int fill, FillRow into) {
        boolean known = parent >= 0 && parent < parents.size() && fill >= 0 && fill < fills.get(parent).size();
        if (known) {
            into.copyFrom(fills.get(parent).get(fill));
        }
        return known;
    }

    @Override
    public synchronized String text(NameKind kind, int name) {
        List<String> known = names.getOrDefault(kind, List.of());
        return name >= 0 && name < known.size() ? known.get(name) : null;
    }

    /** From now on this value on the wire ({@code 847=1003}) has a name. */
    public synchronized void algo(String wire, String name) {
        algos.put(wire, name);
    }

    @Override
    public synchronized String strategy(int broker, int strategy) {
        String wire = Scorecard.super.strategy(broker, strategy);
        return algos.getOrDefault(wire, wire);
    }

    /** Tells that a number is another than it was. */
    public synchronized void amend(Amendment amendment) {
        amendments.add(amendment);
    }

    @Override
    public synchronized List<Amendment> amendments() {
        return List.copyOf(amendments);
    }

    /** These are the newest footprints of the card's order. */
    public synchronized void show(EvidenceCard card) {
        cards.put(card.parent(), card);
    }

    @Override
    public synchronized EvidenceCard evidence(int parent) {
        return cards.get(parent);
    }

    /** This counterparty was asked for a quote. */
    public synchronized void ask(Ask ask) {
        asks.add(ask);
    }

    @Override
    public synchronized List<Ask> asks() {
        return List.copyOf(asks);
    }

    /** A desk names these orders. */
    public synchronized void discover(Discoveries found) {
        discoveries.put(found.desk(), found);
    }

    @Override
    public synchronized Discoveries discoveries(String desk) {
        Discoveries found = discoveries.get(desk);
        return found == null ? Scorecard.super.discoveries(desk) : found;
    }

    /** A rule has judged. */
    public synchronized void judge(Verdict verdict) {
        verdicts.add(verdict);
    }

    @Override
    public synchronized List<Verdict> verdicts() {
        return List.copyOf(verdicts);
    }

    @Override
    public String keptIn() {
        return "recorded rows";
    }

    @Override
    public RecordedSwitches switches() {
        return switches;
    }

    @Override
    public Progress progress() {
        return new Progress(7, 1_000, 12, ARRIVAL + 120 * MILLI, ARRIVAL + 121 * MILLI, 0, 0, 0, 0);
    }
}
