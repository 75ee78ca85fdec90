package io.leakage.ui.card;

import io.leakage.api.event.Absent;
import io.leakage.api.score.ChildRow;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.ui.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * What a page is made from, read once.
 *
 * @param scorecard tells names
 * @param row       the order
 * @param children  its children in the order they were sent
 * @param fills     its fills by time
 */
record Card(Scorecard scorecard, ParentRow row, List<ChildRow> children, List<FillRow> fills) {
    private static final double UNIT = 1e8;

    /** {@return the card of a parent, null when there is no such parent} */
    static Card of(Scorecard scorecard, int parent) {
        ParentRow row = new ParentRow();
        if (!scorecard.read(parent, row)) {
            return null;
        }
        List<ChildRow> children = new ArrayList<>();
        ChildRow child = new ChildRow();
        for (int i = 0; i < row.children() && scorecard.readChild(parent, i, child); i++) {
            children.add(child);
            child = new ChildRow();
        }
        List<FillRow> fills = new ArrayList<>();
        FillRow fill = new FillRow();
        for (int i = 0; i < row.fills() && scorecard.readFill(parent, i, fill); i++) {
            fills.add(fill);
            fill = new FillRow();
        }
        fills.sort((a, b) -> Long.compare(a.nanos(), b.nanos()));
        return new Card(scorecard, row, children, fills);
    }

    /** {@return the fills that count: not busted, and of a known time} */
    List<FillRow> counted() {
        return fills.stream().filter(fill -> fill.quantity() > 0 && fill.nanos() != Absent.LONG).toList();
    }

    /** {@return a child's ClOrdID, null when it is not known} */
    String child(FillRow fill) {
        return children.stream().filter(child -> child.number() == fill.child()).findFirst()
                .map(child -> Words.name(scorecard, NameKind.ORDER, child.order())).orElse(null);
    }

    /** {@return a price in units of 1e-8 in currency} */
    static double currency(long price) {
        return price / UNIT;
    }

    /** {@return half of twice a mid in units of 1e-8, in currency} */
    static double mid(long twice) {
        return twice / (2 * UNIT);
    }
}
