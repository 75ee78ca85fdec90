package io.leakage.ui.league;

import io.leakage.api.score.Ask;
import io.leakage.api.score.ChildRow;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.OrderRow;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What fills and footprints are grouped by: what a row says of them. */
public enum By {
    /** Where it was executed (LastMkt). */
    VENUE,
    /** The strategy of the child, of its parent where the child names none. */
    ALGO,
    /** Who executed it, as the fill's own report says, else its order (76, or 448 with 452=1). */
    BROKER,
    /**
     * Who was on the other side, as the fill's report says (375, or 448 with 452=17); of footprints also who was asked for a quote
     * (35=R), by whether it won.
     */
    COUNTERPARTY,
    /** Of footprints who was asked for a quote, whether or not it won; of fills as {@link #COUNTERPARTY}. */
    ASKED,
    /** Whether it added or removed liquidity (851). */
    LIQUIDITY,
    /** The instrument. */
    SYMBOL,
    /** Buys and sells. */
    SIDE,
    /** The desk of the order. */
    DESK;

    private static final String[] LIQUIDITY_WORDS = {null, "added", "removed", "routed out", "auction"};
    private static final String UNTOLD = "not told";

    /** {@return how commands and addresses write it} */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the one of this id, null when there is none} */
    public static By of(String id) {
        return Arrays.stream(values()).filter(by -> by.id().equals(id)).findFirst().orElse(null);
    }

    /** {@return all ids, for who asked for another} */
    public static String ids() {
        return Arrays.stream(values()).map(By::id).collect(Collectors.joining(", "));
    }

    /** {@return the group of a fill, or of a footprint of a child that did not trade, for which the fill is null} */
    String group(Scorecard scorecard, ParentRow parent, ChildRow child, FillRow fill) {
        String name = switch (this) {
            case VENUE -> name(scorecard, NameKind.TEXT, fill != null ? fill.venue() : child == null ? -1 : child.venue());
            case ALGO -> algo(scorecard, child == null || child.strategy() < 0 ? parent : child);
            case BROKER -> name(scorecard, NameKind.TEXT, fill == null || fill.broker() < 0 ? filled(parent, child).broker()
                    : fill.broker());
            case COUNTERPARTY, ASKED -> name(scorecard, NameKind.TEXT, fill == null ? -1 : fill.counterparty());
            case LIQUIDITY -> fill == null ? "took nothing" : liquidity(fill.liquidity());
            case SYMBOL -> name(scorecard, NameKind.INSTRUMENT, parent.instrument());
            case SIDE -> parent.side().name();
            case DESK -> name(scorecard, NameKind.DESK, parent.desk());
        };
        return name == null ? UNTOLD : name;
    }

    /** {@return whether who was asked for a quote is told here, and not with the footprints of orders} */
    boolean tellsAsks() {
        return this == COUNTERPARTY || this == ASKED;
    }

    /** {@return the group of one who was asked for a quote} */
    String group(Scorecard scorecard, Ask ask) {
        String name = name(scorecard, NameKind.TEXT, ask.counterparty());
        String told = name == null ? UNTOLD : name;
        return this == ASKED ? told : told + " asked, " + ask.outcome().name().toLowerCase(Locale.ROOT);
    }

    private static String algo(Scorecard scorecard, OrderRow order) {
        return scorecard.strategy(order.broker(), order.strategy());
    }

    private static String liquidity(int told) {
        return told >= 0 && told < LIQUIDITY_WORDS.length ? LIQUIDITY_WORDS[told] : String.valueOf(told);
    }

    /** {@return the order that a fill belongs to: an order worked without children fills itself} */
    private static OrderRow filled(ParentRow parent, ChildRow child) {
        return child == null ? parent : child;
    }

    private static String name(Scorecard scorecard, NameKind kind, int name) {
        return name < 0 ? null : scorecard.text(kind, name);
    }
}
