package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.Side;
import io.leakage.api.score.ChildRow;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.Flag;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;

/** A desk told message by message what its orders do; times are milliseconds after {@link Tape#START}. */
final class ToldDesk {
    static final double DAY = 86_400_000;

    private final ReplayEngine engine = new ReplayEngine();
    private final OrderInlet orders = engine.inlets().orders("street");

    static long nanos(double millis) {
        return Tape.START + Math.round(millis * 1e6);
    }

    /** {@return a NewOrderSingle of P's child} */
    static Tape.Message child(double millis, String id, long quantity) {
        return new Tape.Message('D', nanos(millis)).id(id).parent("P").side(Side.BUY).quantity(quantity);
    }

    static Tape.Message request(char type, double millis, String id, String original, long quantity) {
        return new Tape.Message(type, nanos(millis)).id(id).original(original).side(Side.BUY).quantity(quantity);
    }

    static Tape.Message report(double millis, String id, char execType, char ordStatus) {
        return new Tape.Message('8', nanos(millis)).id(id).side(Side.BUY).exec(execType, ordStatus);
    }

    static Tape.Message fill(double millis, String id, String execution, long quantity, String price) {
        return report(millis, id, 'F', '1').execution(execution).last(quantity, price);
    }

    static Tape.Message refused(double millis, String id, String original, char request, char ordStatus) {
        return new Tape.Message('9', nanos(millis)).id(id).original(original).refuses(request).exec((char) 0, ordStatus);
    }

    ToldDesk tell(Tape.Message... messages) {
        for (Tape.Message message : messages) {
            orders.accept(message.message());
        }
        return this;
    }

    Scorecard scores() {
        return engine.scorecard();
    }

    ReplayEngine engine() {
        return engine;
    }

    ParentRow parent(String id) {
        ParentRow row = new ParentRow();
        assertTrue(scores().read(scores().find(id), row), "parent " + id);
        return row;
    }

    /** {@return P's first child} */
    ChildRow child() {
        return child("P", 0);
    }

    ChildRow child(String parent, int number) {
        ChildRow row = new ChildRow();
        assertTrue(scores().readChild(scores().find(parent), number, row), "child " + number + " of " + parent);
        return row;
    }

    FillRow fill(String parent, int number) {
        FillRow row = new FillRow();
        assertTrue(scores().readFill(scores().find(parent), number, row), "fill " + number + " of " + parent);
        return row;
    }

    boolean flagged(Flag flag) {
        return flag.in(parent("P").flags());
    }
}
