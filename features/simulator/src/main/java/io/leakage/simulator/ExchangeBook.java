package io.leakage.simulator;

import io.leakage.api.event.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** One instrument's displayed orders, best price first, oldest first within a price. The exchange's own book, written to be read. */
final class ExchangeBook {
    private final TreeMap<Long, PriceLevel> bids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<Long, PriceLevel> offers = new TreeMap<>();

    /** {@return the best level of a side, null when there is none} */
    PriceLevel best(Side side) {
        var entry = levels(side).firstEntry();
        return entry == null ? null : entry.getValue();
    }

    /** {@return the best price of a side in 1e-8, {@code otherwise} when there is none} */
    long bestPrice(Side side, long otherwise) {
        PriceLevel best = best(side);
        return best == null ? otherwise : best.price;
    }

    void add(RestingOrder order) {
        levels(order.side).computeIfAbsent(order.price, PriceLevel::new).join(order);
    }

    /** Takes shares off an order, which leaves with its last one. */
    void reduce(RestingOrder order, long shares) {
        if (shares >= order.shares) {
            remove(order);
        } else {
            order.shares -= shares;
            order.level.shares -= shares;
        }
    }

    void remove(RestingOrder order) {
        PriceLevel level = order.level;
        level.leave(order);
        if (level.orders == 0) {
            levels(order.side).remove(level.price);
        }
    }

    /** {@return the levels of a side, best first, as price, shares, orders} */
    List<BookLevel> ladder(Side side) {
        List<BookLevel> ladder = new ArrayList<>();
        levels(side).values().forEach(level -> ladder.add(new BookLevel(level.price, level.shares, level.orders)));
        return ladder;
    }

    private TreeMap<Long, PriceLevel> levels(Side side) {
        return side == Side.BUY ? bids : offers;
    }
}
