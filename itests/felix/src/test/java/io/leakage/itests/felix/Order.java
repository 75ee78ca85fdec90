package io.leakage.itests.felix;

/** An order as its drop copy tells of it, filled share by share. One thread. */
final class Order {
    private final String id;
    private final Street street;
    private int filled;

    /** Tells {@code street} of an order to buy a million shares. */
    Order(String id, Street street) {
        this.id = id;
        this.street = street;
        street.send("D", "11=" + id + "|55=INST|54=1|38=1000000|40=1|60=20260130-14:30:00.000|");
    }

    /** Fills so many shares, one by one. */
    void fill(int shares) {
        for (int i = 0; i < shares; i++) {
            filled++;
            street.send("8", "37=O" + id + "|11=" + id + "|17=" + id + "-" + filled + "|150=F|39=1|55=INST|54=1|38=1000000|32=1|31=100.5|14="
                    + filled + "|151=" + (1_000_000 - filled) + "|60=20260130-14:30:01.000|");
        }
    }

    /** {@return shares filled so far} */
    int filled() {
        return filled;
    }
}
