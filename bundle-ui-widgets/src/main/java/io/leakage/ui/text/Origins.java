package io.leakage.ui.text;

import io.leakage.api.event.Absent;
import io.leakage.api.score.ChildRow;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.Formula;
import io.leakage.api.score.Input;
import io.leakage.api.score.Measure;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a parent's inputs come from: the events by their ids, and their times. One use, one thread. */
final class Origins {
    private static final int NAMED = 5;
    private static final Set<Input> QUOTES = Set.of(Input.ARRIVAL_MID, Input.ARRIVAL_NEAR, Input.ARRIVAL_FAR, Input.MID_FIRST, Input.MID_LAST,
            Input.MID_END);

    private final Scorecard scorecard;
    private final ParentRow row;
    private final List<FillRow> fills = new ArrayList<>();
    private boolean named;

    /** Of the inputs of a measure: a fill counts where the measure has a value for it. */
    Origins(Scorecard scorecard, ParentRow row, Measure measure) {
        Formula formula = Formula.of(measure);
        this.scorecard = scorecard;
        this.row = row;
        FillRow fill = new FillRow();
        for (int i = 0; i < row.fills() && scorecard.readFill(row.number(), i, fill); i++) {
            boolean counts = fill.quantity() > 0 && (!formula.isOfFill() || Double.isFinite(formula.value(fill, row)));
            if (counts) {
                fills.add(fill);
                fill = new FillRow();
            }
        }
    }

    /** {@return what follows an input's meaning: empty, or a comma, then ids and time} */
    String of(Input input) {
        return switch (input.when()) {
            case ALWAYS, FOOTPRINTS -> "";
            case ARRIVAL -> at(row.arrivalNanos(), ", order " + Words.name(scorecard, NameKind.ORDER, row.order())) + quote(input);
            case FIRST_FILL -> row.firstFillNanos() == Absent.LONG ? at(row.asOfNanos(), "") : atFill(row.firstFillNanos()) + quote(input);
            case LAST_FILL -> atFill(row.lastFillNanos()) + quote(input);
            case FILLS -> counted();
            case NOW -> at(row.asOfNanos(), row.marketSequence() == Absent.LONG ? "" : ", market message " + row.marketSequence());
            case END -> row.endNanos() == Absent.LONG ? at(row.asOfNanos(), "") : at(row.endNanos(), "") + quote(input);
        };
    }

    /** {@return a fill with id, child, quantity, price and time} */
    String of(FillRow fill) {
        ChildRow child = new ChildRow();
        boolean known = fill.child() >= 0 && scorecard.readChild(row.number(), fill.child(), child);
        return "execution " + id(fill) + " (" + (known ? "order " + Words.name(scorecard, NameKind.ORDER, child.order()) + ", " : "")
                + fill.quantity() + " @ " + Words.price(fill.price()) + ", " + Words.time(fill.nanos()) + ")";
    }

    /** The message that made the quote in force then, where the input is of one. */
    private String quote(Input input) {
        long message = QUOTES.contains(input) ? row.message(input.when()) : 0;
        return message == 0 ? "" : ", quote of market message " + message;
    }

    private String atFill(long nanos) {
        String ids = fills.stream().filter(fill -> fill.nanos() == nanos).map(this::id).limit(1).collect(Collectors.joining());
        return at(nanos, ids.isEmpty() ? "" : ", execution " + ids);
    }

    private String counted() {
        List<String> ids = fills.stream().map(this::id).toList();
        if (ids.isEmpty() || named) {
            return ids.isEmpty() ? "" : ", the same executions";
        }
        named = true;
        String more = ids.size() > NAMED ? " and " + (ids.size() - NAMED) + " more" : "";
        return (ids.size() == 1 ? ", execution " : ", executions ") + String.join(", ", ids.subList(0, Math.min(NAMED, ids.size()))) + more;
    }

    private String id(FillRow fill) {
        return Words.execution(scorecard, fill);
    }

    private static String at(long nanos, String ids) {
        return ids + (nanos == Absent.LONG ? "" : ", " + Words.time(nanos));
    }
}
