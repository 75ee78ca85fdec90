package io.leakage.core.switching;

import io.leakage.api.score.ParentRow;
import io.leakage.api.score.SwitchState;
import java.util.ArrayList;
import java.util.List;

/** What came of every decision, and what each rule saved by it. It allocates only when that changes. */
final class Sequels {
    private final News news;
    private final List<Compared> compared = new ArrayList<>();

    Sequels(News news) {
        this.news = news;
    }

    /** Something was decided on an order that stands so. */
    void decided(Case one, ParentRow row) {
        Compared among = of(one);
        boolean first = one.parent.cases.stream().noneMatch(before -> before.among == among);
        one.among = among;
        one.sequel = new Sequel(one, row, first);
        if (first) {
            among.add(one.sequel);
        }
        tell(one);
    }

    /** A switch stands elsewhere. */
    void changed(Case one) {
        if (one.sequel != null && one.state == SwitchState.REPLACED && one.sequel.carriedOut()) {
            tell(one);
        }
    }

    /** An order stands so. */
    void seen(ParentState parent, ParentRow row) {
        for (int i = 0; i < parent.cases.size(); i++) {
            Case one = parent.cases.get(i);
            if (one.sequel != null && one.sequel.sees(row)) {
                tell(one);
            }
        }
    }

    private void tell(Case one) {
        news.outcome(one.sequel.told());
        if (one.sequel.counts) {
            one.among.changed(one.sequel);
            news.saving(one.among.told());
        }
    }

    private Compared of(Case one) {
        for (Compared among : compared) {
            if (among.isOf(one)) {
                return among;
            }
        }
        Compared among = new Compared(one);
        compared.add(among);
        return among;
    }
}
