package io.leakage.desk;

import io.leakage.api.score.AlgoSwitch;
import io.leakage.api.score.Grade;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.SwitchState;
import io.leakage.simulator.CaseDay;
import io.leakage.simulator.DeskMessage;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** What happens in a case study, told line by line as the scorecard shows it, with the venue's time. The player's thread only. */
public final class CaseStory {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT)
            .withZone(ZoneId.of("America/New_York"));
    private static final long BETWEEN_NANOS = 30_000_000_000L;

    private final Scorecard scorecard;
    private final Consumer<String> out;
    private final ParentRow row = new ParentRow();
    private final List<Grade> grades = new ArrayList<>();
    private final List<SwitchState> states = new ArrayList<>();
    private final Map<SwitchState, ParentRow> rows = new EnumMap<>(SwitchState.class);
    private double highest = Double.NaN;
    private long toldAt = Long.MIN_VALUE;

    CaseStory(Scorecard scorecard, Consumer<String> out) {
        this.scorecard = scorecard;
        this.out = out;
    }

    /** {@return the parent's grades, one after the other} */
    public List<Grade> grades() {
        return List.copyOf(grades);
    }

    /** {@return the states the switch was seen in; empty when there was none} */
    public List<SwitchState> states() {
        return List.copyOf(states);
    }

    /** {@return the highest E there was} */
    public double highestEvidence() {
        return highest;
    }

    /** {@return the row as it was when the switch came to a state, null when it never did} */
    ParentRow at(SwitchState state) {
        return rows.get(state);
    }

    /** {@return the parent's newest row, null before it is known} */
    ParentRow row() {
        return scorecard.read(scorecard.find(CaseDay.PARENT), row) ? row : null;
    }

    /** Looks at what there is to see at an instant; {@return the switch, null when there is none} */
    AlgoSwitch look(long nanos) {
        AlgoSwitch one = scorecard.switches().all().stream().findFirst().orElse(null);
        if (row() == null) {
            return one;
        }
        double e = row.value(Measure.EVIDENCE);
        highest = e > highest || Double.isNaN(highest) ? e : highest;
        if (grades.isEmpty() || grades.get(grades.size() - 1) != row.grade()) {
            grades.add(row.grade());
            say(nanos, "grade " + row.grade() + standing());
        } else if (nanos - toldAt > BETWEEN_NANOS) {
            say(nanos, "…" + standing());
        }
        if (one != null && (states.isEmpty() || states.get(states.size() - 1) != one.state())) {
            states.add(one.state());
            ParentRow then = new ParentRow();
            then.copyFrom(row);
            rows.put(one.state(), then);
            say(nanos, "switch " + one.number() + " " + one.state() + " to " + one.to() + ": "
                    + (one.state() == SwitchState.PROPOSED ? "rule " + one.rule() + ", " + String.join(", ", one.why()) : one.reason()));
        }
        return one;
    }

    private String standing() {
        return ", E " + fixed(Measure.EVIDENCE) + ", executed " + row.executed() + ", slippage " + fixed(Measure.ARRIVAL_SLIPPAGE)
                + " bps, drift " + fixed(Measure.DRIFT) + " bps";
    }

    private String fixed(Measure measure) {
        double value = row.value(measure);
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.2f", value);
    }

    /** A message went over the order session. */
    void wire(long nanos, String way, DeskMessage message) {
        say(nanos, way + " " + message);
    }

    /** Tells something. */
    void say(long nanos, String text) {
        toldAt = nanos;
        out.accept(TIME.format(Instant.ofEpochSecond(0, nanos)) + "  " + text);
    }
}
