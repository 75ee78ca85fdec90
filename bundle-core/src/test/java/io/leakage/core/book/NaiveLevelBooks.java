package io.leakage.core.book;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The level books written for the reader: a sorted map a side. The fast ones must agree with them on every tape. */
final class NaiveLevelBooks {
    private record Level(long shares, int orders) {
    }

    private record Place(int instrument, Side side) {
    }

    private final Map<Place, TreeMap<Long, Level>> sides = new HashMap<>();
    private final Set<Integer> suspects = new HashSet<>();
    private long unapplied;

    boolean level(int instrument, Side side, long price, long shares, int orders) {
        if (shares < 0 || shares == 0 && !side(instrument, side).containsKey(price)) {
            return unfit(instrument);
        }
        List<Long> before = top(instrument);
        if (shares == 0) {
            side(instrument, side).remove(price);
        } else {
            side(instrument, side).put(price, new Level(shares, orders));
        }
        return !top(instrument).equals(before);
    }

    boolean quoted(int instrument, long bid, long bidShares, long offer, long offerShares) {
        if (bid != Absent.LONG && bidShares <= 0) {
            return unfit(instrument);
        }
        List<Long> before = top(instrument);
        side(instrument, Side.BUY).clear();
        side(instrument, Side.SELL).clear();
        if (bid != Absent.LONG) {
            side(instrument, Side.BUY).put(bid, new Level(bidShares, 0));
        }
        side(instrument, Side.SELL).put(offer, new Level(offerShares, 0));
        return !top(instrument).equals(before);
    }

    int levels(int instrument, Side side) {
        return side(instrument, side).size();
    }

    long price(int instrument, Side side, int depth) {
        return depth < levels(instrument, side) ? new ArrayList<>(side(instrument, side).keySet()).get(depth) : Absent.LONG;
    }

    long shares(int instrument, Side side, int depth) {
        return depth < levels(instrument, side) ? side(instrument, side).get(price(instrument, side, depth)).shares : Absent.LONG;
    }

    int orders(int instrument, Side side, int depth) {
        return depth < levels(instrument, side) ? side(instrument, side).get(price(instrument, side, depth)).orders : 0;
    }

    long unapplied() {
        return unapplied;
    }

    boolean suspect(int instrument) {
        return suspects.contains(instrument);
    }

    private boolean unfit(int instrument) {
        unapplied++;
        suspects.add(instrument);
        return false;
    }

    private List<Long> top(int instrument) {
        return List.of(price(instrument, Side.BUY, 0), shares(instrument, Side.BUY, 0), price(instrument, Side.SELL, 0),
                shares(instrument, Side.SELL, 0));
    }

    private TreeMap<Long, Level> side(int instrument, Side side) {
        return sides.computeIfAbsent(new Place(instrument, side),
                place -> new TreeMap<>(side == Side.BUY ? Comparator.<Long>reverseOrder() : Comparator.<Long>naturalOrder()));
    }
}
