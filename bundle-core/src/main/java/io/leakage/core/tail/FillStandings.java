package io.leakage.core.tail;

import io.leakage.api.score.ChildRow;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.FillScore;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.OrderRow;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;
import io.leakage.api.score.WireStrategy;
import io.leakage.core.event.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/** What leagues are made of: each fill of a part as its newest row has it, its markout, and who executed it where. One thread. */
public final class FillStandings {
    private final Texts names;
    private final IntPredicate home;
    private final List<Known> known = new ArrayList<>();
    private final List<Known> changed = new ArrayList<>();

    /**
     * One fill.
     *
     * @param order   the parent's ClOrdID
     * @param number  its place under the parent, from 0
     * @param venue   where it was executed; null when nobody told, like the next two
     * @param algo    the strategy of the child, of its parent where the child names none, as on the wire ({@code 847=1003}): behind a
     *                journal nobody can be asked for its name
     * @param broker  who executed it, as the fill says, else its order
     * @param markout after a second, bps; NaN while it is not valid
     * @param shares  0 once it is busted
     */
    public record Fill(String order, int number, String venue, String algo, String broker, double markout, long shares) {
        private boolean isBeside(Fill other) {
            return Objects.equals(order, other.order) && Objects.equals(venue, other.venue) && Objects.equals(algo, other.algo)
                    && Objects.equals(broker, other.broker);
        }

        private Fill gone() {
            return new Fill(order, number, venue, algo, broker, Double.NaN, 0);
        }
    }

    private static final class Known {
        private final ParentRow row = new ParentRow();
        private final List<ChildRow> children = new ArrayList<>();
        private final List<FillRow> fills = new ArrayList<>();
        private final List<Fill> told = new ArrayList<>();
        private boolean dirty;
    }

    FillStandings(Texts names, IntPredicate home) {
        this.names = names;
        this.home = home;
    }

    void take(Rows rows) {
        for (int i = 0; i < rows.parents(); i++) {
            ParentRow row = rows.parent(i);
            Known parent = of(row.number());
            if (Flag.RELINKED.in(row.flags()) != Flag.RELINKED.in(parent.row.flags()) || row.strategy() != parent.row.strategy()
                    || row.broker() != parent.row.broker()) {
                touch(parent);
            }
            parent.row.copyFrom(row);
        }
        for (int i = 0; i < rows.children(); i++) {
            Known parent = of(rows.child(i).parent());
            while (parent.children.size() <= rows.child(i).number()) {
                parent.children.add(new ChildRow());
            }
            parent.children.get(rows.child(i).number()).copyFrom(rows.child(i));
            touch(parent);
        }
        for (int i = 0; i < rows.fills(); i++) {
            Known parent = of(rows.fill(i).parent());
            while (parent.fills.size() <= rows.fill(i).number()) {
                parent.fills.add(new FillRow());
                parent.told.add(null);
            }
            parent.fills.get(rows.fill(i).number()).copyFrom(rows.fill(i));
            touch(parent);
        }
    }

    private Known of(int parent) {
        while (known.size() <= parent) {
            known.add(new Known());
        }
        return known.get(parent);
    }

    private void touch(Known parent) {
        if (!parent.dirty) {
            parent.dirty = true;
            changed.add(parent);
        }
    }

    /** Hands on fills of which something is another since the last call; one that is of another group now first without shares in the old. */
    public void drain(Consumer<Fill> into) {
        for (Known parent : changed) {
            parent.dirty = false;
            for (int i = 0; i < parent.fills.size() && home.test(parent.row.instrument()); i++) {
                Fill fill = fill(parent, parent.fills.get(i));
                Fill before = parent.told.set(i, fill);
                if (before != null && !fill.isBeside(before)) {
                    into.accept(before.gone());
                }
                if (!fill.equals(before)) {
                    into.accept(fill);
                }
            }
        }
        changed.clear();
    }

    private Fill fill(Known parent, FillRow fill) {
        ChildRow child = fill.child() >= 0 && fill.child() < parent.children.size() ? parent.children.get(fill.child()) : null;
        OrderRow filled = child == null ? parent.row : child;
        String algo = names.of(NameKind.TEXT, child == null || child.strategy() < 0 ? parent.row.strategy() : child.strategy());
        FillScore score = Flag.RELINKED.in(parent.row.flags()) ? null : FillScore.of(Measure.MARKOUT_1S, fill, parent.row);
        boolean valid = score != null && score.status() == Status.VALID;
        return new Fill(names.of(NameKind.ORDER, parent.row.order()), fill.number(), names.of(NameKind.TEXT, fill.venue()),
                algo == null ? null : WireStrategy.of(algo).toString(),
                names.of(NameKind.TEXT, fill.broker() < 0 ? filled.broker() : fill.broker()),
                valid ? score.value() : Double.NaN, fill.quantity());
    }
}
