package io.leakage.api.history;

import io.leakage.api.history.HistoryColumn.Type;
import io.leakage.api.score.Horizon;
import io.leakage.api.score.Measure;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The tables of the history. Every record begins with the same columns: where it stands in the journal ({@code position}, and
 * {@code ordinal} among the records of one event), which together name it for ever, when it was on the venue's clock ({@code ts_ns}) and of
 * which instrument ({@code symbol}). A table is appended to and never changed: of what has a {@code version}, the newest counts.
 */
public enum HistoryTable {
    /** Every drop-copy message that was read. */
    ORDERS(List.of(
            text("source", "the drop copy"), number("sequence", "MsgSeqNum (34)"), time("receive_ns", "when we received it"),
            text("msg_type", "MsgType (35)"), text("exec_type", "ExecType (150)"), text("ord_status", "OrdStatus (39)"),
            text("parent", "ClOrdID of the parent"), text("order_id", "ClOrdID (11)"), text("original_id", "OrigClOrdID (41)"),
            text("venue_order_id", "OrderID (37)"), text("exec_id", "unique key of the execution"), text("account", "Account (1)"),
            text("venue", "LastMkt (30) or ExDestination (100)"), text("strategy", "TargetStrategy (847)"),
            text("broker", "the executing broker"), text("counterparty", "the contra firm"), text("side", "BUY or SELL"),
            text("ord_type", "OrdType (40)"), number("order_qty", "OrderQty (38), shares"), real("price", "Price (44), currency"),
            real("last_px", "LastPx (31), currency"), number("last_qty", "LastQty (32), shares"), number("cum_qty", "CumQty (14), shares"),
            number("leaves_qty", "LeavesQty (151), shares"), real("avg_px", "AvgPx (6), currency"), real("fees", "commission and fees, currency"),
            flag("possible", "PossDupFlag (43) or PossResend (97)"), flag("late", "told what was, late"),
            number("raw_position", "place of the raw message in the drop copy's journal"))),
    /** A fill, again whenever something of it became known or changed. */
    FILLS(fills()),
    /** The best bid and offer of an instrument, whenever a price of it changed. */
    QUOTES(List.of(real("bid", "currency, absent for none"), real("offer", "currency, absent for none"), number("bid_shares", "shares at the bid"),
            number("offer_shares", "shares at the offer"), number("flags", "Flag bits: what is to be known beside it"),
            text("feed", "the venue's feed"), number("sequence", "the feed's number of the message that made it"))),
    /** What the market traded. */
    TRADES(List.of(real("price", "currency, absent where the feed tells it only by its order"), number("quantity", "shares"),
            text("aggressor", "who took: BUY, SELL; absent when not known"), number("match", "the venue's match number"),
            text("kind", "EXECUTED, EXECUTED_AT, TRADED, CROSSED or BROKEN"), flag("printable", "whether it counts in volume"),
            text("feed", "the venue's feed"), number("sequence", "the feed's number of the message"))),
    /** What others could see of an order, and what the market did after it: a record for each horizon once its window has ended. */
    FOOTPRINTS(List.of(text("parent", "ClOrdID of the parent"), text("desk", "its desk"), number("child", "place of the child under it"),
            text("kinds", "what it was: ACCEPTED, REPLACED, LEFT, FILLED"), text("horizon", "how long after"),
            text("fate", "COUNTED, or why it was left out"), real("response", "the move against the order, bps"),
            real("placebo", "mean move of its placebos, bps"), real("rank", "of the response among theirs, 0 to 1"),
            real("evidence", "E once this one counted"))),
    /** A parent's scores: with every order event, and with market events at most once a second of the venue's time. */
    SCORES(scores()),
    /** What rules said and what became of switches. */
    DECISIONS(List.of(text("parent", "ClOrdID of the parent"), text("desk", "its desk"), text("kind", "VERDICT or SWITCH"),
            text("rules", "id of the rule set"), number("version", "its version"), text("rule", "the rule's id"), text("grade", "the light it gives"),
            text("state", "FIRED, ENDED, or where the switch stands"), text("switch_id", "the switch, unique over restarts"),
            text("from_strategy", "the strategy it has"), text("to_strategy", "the strategy asked for"), text("mode", "OBSERVE, ADVISE, AUTO"),
            real("propensity", "with what probability it was not withheld, 0 to 1"), text("who", "who decided"),
            text("why", "the clauses that decided, with their numbers"), text("vetoes", "what keeps it back"), text("reason", "for a person"))),
    /** Numbers that had been shown and are others now, and what was set by whom. */
    AUDIT(List.of(text("parent", "ClOrdID of the parent"), text("desk", "its desk"), text("kind", "AMENDED, RULES, DESK, DECIDED, HOOK or RESTARTED"),
            text("measure", "which number"), number("version", "version of the row that shows the new number"),
            real("old_value", "what was shown"), text("old_status", "its status"), real("new_value", "what is shown now"),
            text("new_status", "its status"), text("who", "who did it"), text("what", "what was done, or the new text")));

    /** Rises whenever a column changes its meaning or goes; a new column at the end does not raise it. */
    public static final int SCHEMA_VERSION = 1;

    /** Place of the journal position, bytes since the journal began. */
    public static final int POSITION = 0;
    /** Place of the number of the record among those of its event, from 0. */
    public static final int ORDINAL = 1;
    /** Place of the venue's time. */
    public static final int TS_NS = 2;
    /** Place of the symbol. */
    public static final int SYMBOL = 3;

    private static final HistoryTable[] ALL = values();

    private final List<HistoryColumn> columns;
    private final Map<String, Integer> places = new HashMap<>();

    HistoryTable(List<HistoryColumn> own) {
        List<HistoryColumn> all = new ArrayList<>(List.of(number("position", "where its event stands in the journal, bytes"),
                number("ordinal", "which of the records of that event, from 0"), time("ts_ns", "venue time"), text("symbol", "the instrument")));
        all.addAll(own);
        columns = List.copyOf(all);
        columns.forEach(column -> places.put(column.name(), places.size()));
    }

    /** {@return how files, topics and SQL call it} */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return its columns, in the order of a record} */
    public List<HistoryColumn> columns() {
        return columns;
    }

    /**
     * {@return the place of a column}
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public int place(String column) {
        Integer place = places.get(column);
        if (place == null) {
            throw new IllegalArgumentException("column " + column + " of " + id() + ", expected one of " + places.keySet());
        }
        return place;
    }

    /**
     * {@return the tables of these names, as a configuration tells them; all when there are none}
     *
     * @throws IllegalArgumentException with what was got and what is allowed
     */
    public static Set<HistoryTable> of(String... ids) {
        Set<HistoryTable> tables = ids.length == 0 ? EnumSet.allOf(HistoryTable.class) : EnumSet.noneOf(HistoryTable.class);
        for (String id : ids) {
            try {
                tables.add(valueOf(id.trim().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("tables: of " + EnumSet.allOf(HistoryTable.class) + ", got \"" + id + "\"", e);
            }
        }
        return tables;
    }

    /** {@return how many tables there are} */
    public static int count() {
        return ALL.length;
    }

    private static List<HistoryColumn> fills() {
        List<HistoryColumn> columns = new ArrayList<>(List.of(text("parent", "ClOrdID of the parent"), text("desk", "its desk"),
                number("number", "its place under the parent, from 0"), number("child", "place of its child under the parent, from 0"),
                text("exec_id", "unique key of the execution"), text("strategy", "strategy of the parent"), text("venue", "LastMkt (30)"),
                text("broker", "the executing broker"), text("counterparty", "the contra firm"), text("side", "BUY or SELL"),
                real("price", "LastPx (31), currency"), number("quantity", "LastQty (32), shares; 0 once busted"),
                number("liquidity", "LastLiquidityInd (851)"), real("bid", "just before it, currency"), real("offer", "just before it, currency"),
                number("flags", "Flag bits")));
        for (int i = 0; i < Horizon.count(); i++) {
            Horizon horizon = Horizon.at(i);
            columns.add(real("mid_" + horizon.id(), "mid " + horizon.words() + ", currency; absent while unknown"));
        }
        return columns;
    }

    private static List<HistoryColumn> scores() {
        List<HistoryColumn> columns = new ArrayList<>(List.of(text("parent", "ClOrdID of the parent"), number("number", "the parent's number"),
                number("version", "how often the row was written"), text("desk", "its desk"), text("strategy", "its strategy"),
                text("broker", "who works it"), text("side", "BUY or SELL"), number("quantity", "OrderQty, shares"),
                number("executed", "shares, busts taken off"), real("average_price", "currency"), text("state", "OrdStatus (39) as derived"),
                time("arrival_ns", "when it arrived"), real("arrival_mid", "currency"), time("as_of_ns", "how far the market data had come"),
                text("grade", "the light beside it"), number("flags", "Flag bits of the order as a whole")));
        for (int i = 0; i < Measure.count(); i++) {
            Measure measure = Measure.at(i);
            columns.add(real(measure.id(), measure.meaning() + ", " + measure.unit().symbol()));
            columns.add(real(measure.id() + "_lo", "lower end of its interval"));
            columns.add(real(measure.id() + "_hi", "upper end of its interval"));
            columns.add(text(measure.id() + "_status", "VALID, DEGRADED or SUPPRESSED"));
        }
        return columns;
    }

    private static HistoryColumn text(String name, String meaning) {
        return new HistoryColumn(name, Type.TEXT, meaning);
    }

    private static HistoryColumn number(String name, String meaning) {
        return new HistoryColumn(name, Type.LONG, meaning);
    }

    private static HistoryColumn real(String name, String meaning) {
        return new HistoryColumn(name, Type.DOUBLE, meaning);
    }

    private static HistoryColumn flag(String name, String meaning) {
        return new HistoryColumn(name, Type.FLAG, meaning);
    }

    private static HistoryColumn time(String name, String meaning) {
        return new HistoryColumn(name, Type.NANOS, meaning);
    }
}
