package io.leakage.core.book;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The books written for the reader: orders in a map, levels computed from it. The fast ones must agree with them on every tape. */
final class NaiveL3Books implements Books {
    private record Order(int instrument, Side side, long shares, long price) {
        Order with(long sharesLeft) {
            return new Order(instrument, side, sharesLeft, price);
        }
    }

    private record Level(long price, long shares, int orders) {
    }

    private record Quote(long bid, long bidShares, long offer, long offerShares) {
    }

    private static final Level NONE = new Level(Absent.LONG, Absent.LONG, 0);

    private final Map<Long, Order> orders = new HashMap<>();
    private final Set<Integer> suspects = new HashSet<>();
    private long unapplied;

    @Override
    public boolean added(int instrument, long orderRef, Side side, long shares, long price) {
        Quote before = quote(instrument);
        if (shares == 0 || !isInRange(shares, price) || orders.containsKey(orderRef)) {
            return unfit(instrument);
        }
        orders.put(orderRef, new Order(instrument, side, shares, price));
        return !quote(instrument).equals(before);
    }

    @Override
    public boolean executed(int instrument, long orderRef, long shares) {
        Order order = orders.get(orderRef);
        if (order == null || order.instrument != instrument || shares < 0) {
            return unfit(instrument);
        }
        Quote before = quote(instrument);
        if (shares > order.shares) {
            unfit(instrument);
        }
        if (shares < order.shares) {
            orders.put(orderRef, order.with(order.shares - shares));
        } else {
            orders.remove(orderRef);
        }
        return !quote(instrument).equals(before);
    }

    @Override
    public boolean cancelled(int instrument, long orderRef, long shares) {
        return executed(instrument, orderRef, shares);
    }

    @Override
    public boolean deleted(int instrument, long orderRef) {
        Order order = orders.get(orderRef);
        return order == null ? unfit(instrument) : executed(instrument, orderRef, order.shares);
    }

    @Override
    public boolean replaced(int instrument, long orderRef, long newOrderRef, long shares, long price) {
        Order order = orders.get(orderRef);
        if (order == null || order.instrument != instrument || !isInRange(shares, price)) {
            return unfit(instrument);
        }
        Quote before = quote(instrument);
        orders.remove(orderRef);
        if (orders.containsKey(newOrderRef) && shares > 0) {
            unfit(instrument);
        } else if (shares > 0) {
            orders.put(newOrderRef, new Order(instrument, order.side, shares, price));
        }
        return !quote(instrument).equals(before);
    }

    @Override
    public int levels(int instrument, Side side) {
        return ladder(instrument, side).size();
    }

    @Override
    public long price(int instrument, Side side, int depth) {
        return level(instrument, side, depth).price;
    }

    @Override
    public long shares(int instrument, Side side, int depth) {
        return level(instrument, side, depth).shares;
    }

    @Override
    public int orders(int instrument, Side side, int depth) {
        return level(instrument, side, depth).orders;
    }

    @Override
    public long bid(int instrument) {
        return price(instrument, Side.BUY, 0);
    }

    @Override
    public long offer(int instrument) {
        return price(instrument, Side.SELL, 0);
    }

    @Override
    public long bidShares(int instrument) {
        return shares(instrument, Side.BUY, 0);
    }

    @Override
    public long offerShares(int instrument) {
        return shares(instrument, Side.SELL, 0);
    }

    @Override
    public int liveOrders() {
        return orders.size();
    }

    @Override
    public long unapplied() {
        return unapplied;
    }

    @Override
    public boolean suspect(int instrument) {
        return suspects.contains(instrument);
    }

    @Override
    public void clear() {
        orders.clear();
        suspects.clear();
    }

    @Override
    public void clear(int instrument) {
        orders.values().removeIf(order -> order.instrument == instrument);
        suspects.remove(instrument);
    }

    private static boolean isInRange(long shares, long price) {
        return shares >= 0 && shares <= 0xFFFF_FFFFL && Math.abs(price) < 1L << 62 && price != Absent.LONG;
    }

    private boolean unfit(int instrument) {
        unapplied++;
        suspects.add(instrument);
        return false;
    }

    private Quote quote(int instrument) {
        return new Quote(bid(instrument), bidShares(instrument), offer(instrument), offerShares(instrument));
    }

    private Level level(int instrument, Side side, int depth) {
        List<Level> ladder = ladder(instrument, side);
        return depth < ladder.size() ? ladder.get(depth) : NONE;
    }

    /** The levels of a side, best first. */
    private List<Level> ladder(int instrument, Side side) {
        Comparator<Long> bestFirst = side == Side.BUY ? Comparator.reverseOrder() : Comparator.naturalOrder();
        Map<Long, Level> levels = new TreeMap<>(bestFirst);
        for (Order order : orders.values()) {
            if (order.instrument == instrument && order.side == side) {
                levels.merge(order.price, new Level(order.price, order.shares, 1),
                        (a, b) -> new Level(a.price, a.shares + b.shares, a.orders + b.orders));
            }
        }
        return List.copyOf(levels.values());
    }
}
