package io.leakage.core.switching;

import io.leakage.api.event.Absent;
import java.util.Arrays;

/** The firm and every desk there was; what stops several of them at once. One thread; it allocates only for a desk it has not seen. */
final class DeskStates {
    private final News news;
    private final DeskState firm = new DeskState(Absent.NAME);
    /** By desk's number plus one. */
    private DeskState[] desks = {};

    /** @param news told which of them changed */
    DeskStates(News news) {
        this.news = news;
    }

    /** {@return the firm, which can only be killed} */
    DeskState firm() {
        return firm;
    }

    /** {@return a desk; {@code Absent.NAME} is that of orders no desk claims} */
    DeskState at(int number) {
        int place = number + 1;
        if (place >= desks.length) {
            desks = Arrays.copyOf(desks, Math.max(place + 1, desks.length * 2));
        }
        if (desks[place] == null) {
            desks[place] = new DeskState(number);
        }
        return desks[place];
    }

    /** Other rules are in force for a desk, or for all ({@code Absent.NAME}): none of them acts by itself. */
    void rulesChanged(int desk) {
        for (DeskState state : desks) {
            if (state != null && (desk == Absent.NAME || state.number == desk)) {
                state.autoOff("other rules are in force");
                news.desk(state);
            }
        }
    }

    /** No desk acts by itself any more. */
    void autoOff(String why) {
        for (DeskState state : desks) {
            if (state != null && state.hasAuto()) {
                state.autoOff(why);
                news.desk(state);
            }
        }
    }
}
