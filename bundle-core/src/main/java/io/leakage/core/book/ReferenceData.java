package io.leakage.core.book;

import io.leakage.api.event.Absent;
import io.leakage.api.event.ReferenceField;
import io.leakage.core.event.LeakageEvent;
import java.util.Arrays;

/** What was told of one instrument apart from its market data. One thread; allocates only when told. */
public final class ReferenceData {
    /** Nothing was told. */
    static final ReferenceData NONE = new ReferenceData();

    private final long[] values = new long[ReferenceField.count()];
    private int[] basket = {};

    ReferenceData() {
        Arrays.fill(values, Absent.LONG);
    }

    /** Takes in an event of kind REFERENCE about {@code instrument}: a number, or a member of its basket; itself as member empties it. */
    void tell(LeakageEvent event, int instrument) {
        if (event.code < ReferenceField.count()) {
            values[event.code] = event.price;
        } else if (event.otherRef == instrument) {
            basket = new int[0];
        } else {
            compare((int) event.otherRef);
        }
    }

    /** A member joins the basket, once. */
    private void compare(int member) {
        for (int known : basket) {
            if (known == member) {
                return;
            }
        }
        basket = Arrays.copyOf(basket, basket.length + 1);
        basket[basket.length - 1] = member;
    }

    /** {@return a number in its field's unit, {@link Absent#LONG} when nobody told it} */
    public long value(ReferenceField field) {
        return values[field.ordinal()];
    }

    /** {@return a scaled number as it is, {@code otherwise} when nobody told it} */
    public double of(ReferenceField field, double otherwise) {
        long value = values[field.ordinal()];
        return value == Absent.LONG ? otherwise : field.isScaled() ? value / 1e8 : value;
    }

    /** {@return how many instruments it is compared with} */
    public int members() {
        return basket.length;
    }

    /** {@return one of them} */
    public int member(int index) {
        return basket[index];
    }
}
