package io.leakage.bench;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.SplittableRandom;

/**
 * A day of a whole market as ITCH 5.0 bytes, each message behind two bytes of length: orders come near the touch, symbols are as unequal
 * as 1/rank^0.8, references only rise. Once the opening has filled the books, the mix is 45 % adds, 42 % deletes, 5 % replaces, 3 % partial
 * cancels, 5 % executions. The same seed gives the same bytes.
 *
 * <p>Most orders leave young. How young is taken from a recorded morning of one stock (AAPL, 2020-01-30, 4,512 orders that left): counted
 * in
 * live orders, newest first, half of those that left were among the newest 0.86 %, nine of ten among the newest 7 %. {@code anyAge} takes
 * any live order alike instead: no market does, but nothing is worse for caches.
 */
final class GeneratedMarket {
    /** No message is longer, its length included. */
    static final int MAX_MESSAGE = 38;

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int DRAWS = 1 << 18;
    /** Of the orders that leave, this share is … */
    private static final double[] SHARE_THAT_LEFT = {0, 0.4, 0.5, 0.6, 0.75, 0.9, 0.95, 1};
    /** … among the newest this share of live orders. */
    private static final double[] NEWEST = {0, 0.0054, 0.0086, 0.0134, 0.0292, 0.0703, 0.1182, 1};

    private final SplittableRandom random = new SplittableRandom(20260102);
    private final int opening;
    private final boolean anyAge;
    private final AgedOrders aged = new AgedOrders();
    private final int[] unused;
    private int unusedCount;
    private final int[] symbolByDraw = new int[DRAWS];
    private final int[] middle;
    private final long[] refs;
    private final int[] symbols;
    private final int[] prices;
    private final int[] shares;
    private boolean open;
    private long nextRef = 1_000_001;
    private long nextMatch = 1;
    private long nanos = 34_200_000_000_000L;
    private long gap = 1_000;   // a million messages a second: no venue peaks higher
    private byte[] out = new byte[0];
    private int end;

    /** A market of so many symbols, which opens with so many live orders and keeps about as many; orders leave young. */
    GeneratedMarket(int symbolCount, int opening) {
        this(symbolCount, opening, false);
    }

    /** The same; with {@code anyAge} orders of any age leave alike. */
    GeneratedMarket(int symbolCount, int opening, boolean anyAge) {
        this.opening = opening;
        this.anyAge = anyAge;
        double sum = 0;
        double[] weights = new double[symbolCount];
        for (int i = 0; i < symbolCount; i++) {
            weights[i] = Math.pow(i + 1, -0.8);
            sum += weights[i];
        }
        int draw = 0;
        double reached = 0;
        for (int i = 0; i < symbolCount; i++) {
            reached += weights[i];
            while (draw < Math.min(DRAWS, (int) Math.round(reached / sum * DRAWS))) {
                symbolByDraw[draw++] = 1 + i;
            }
        }
        middle = random.ints(symbolCount + 1, 50_000, 2_000_000).map(price -> price / 100 * 100).toArray();
        refs = new long[2 * opening];
        symbols = new int[2 * opening];
        prices = new int[2 * opening];
        shares = new int[2 * opening];
        unused = new int[2 * opening];
        while (unusedCount < unused.length) {
            unused[unusedCount] = unused.length - 1 - unusedCount++;
        }
    }

    /** From now on so many nanoseconds of the venue's time lie between two messages. */
    void gap(long between) {
        gap = between;
    }

    /** Writes the adds that open the market. {@return how many} */
    int writeOpening() {
        begin(opening);
        for (int i = 0; i < opening; i++) {
            add();
        }
        open = true;
        return opening;
    }

    /** Writes the next messages over the last ones. */
    void write(int messages) {
        if (!open) {
            throw new IllegalStateException("write the opening first");
        }
        begin(messages);
        for (int i = 0; i < messages; i++) {
            int kind = random.nextInt(100);
            if (kind < 45 || aged.size() < opening / 2) {
                add();
            } else if (kind < 87) {
                delete(aged.take(place()));
            } else if (kind < 92) {
                replace(aged.take(place()));
            } else if (kind < 95) {
                cancel(place());
            } else {
                execute(place());
            }
        }
    }

    /** {@return the messages written last} */
    byte[] bytes() {
        return out;
    }

    /** {@return where they end} */
    int end() {
        return end;
    }

    /** {@return number of orders that rest in the books after them} */
    int live() {
        return aged.size();
    }

    private void begin(int messages) {
        if (out.length < (long) messages * MAX_MESSAGE) {
            out = new byte[Math.multiplyExact(messages, MAX_MESSAGE)];
        }
        end = 0;
    }

    private void add() {
        int symbol = symbolByDraw[random.nextInt(DRAWS)];
        boolean buy = random.nextBoolean();
        int order = unused[--unusedCount];
        aged.add(order);
        refs[order] = nextRef++;
        symbols[order] = buy ? symbol : -symbol;
        prices[order] = price(symbol, buy);
        shares[order] = 100 * (1 + random.nextInt(5));
        int at = header('A', 36, symbol);
        LONG.set(out, at + 11, refs[order]);
        out[at + 19] = (byte) (buy ? 'B' : 'S');
        INT.set(out, at + 20, shares[order]);
        LONG.set(out, at + 24, 0x2020202020202020L + symbol);
        INT.set(out, at + 32, prices[order]);
    }

    private void delete(int order) {
        LONG.set(out, header('D', 19, Math.abs(symbols[order])) + 11, refs[order]);
        unused[unusedCount++] = order;
    }

    private void replace(int order) {
        int symbol = Math.abs(symbols[order]);
        int at = header('U', 35, symbol);
        LONG.set(out, at + 11, refs[order]);
        refs[order] = nextRef++;
        prices[order] = price(symbol, symbols[order] > 0);
        shares[order] = 100 * (1 + random.nextInt(5));
        LONG.set(out, at + 19, refs[order]);
        INT.set(out, at + 27, shares[order]);
        INT.set(out, at + 31, prices[order]);
        aged.add(order);
    }

    private void cancel(int place) {
        int order = aged.at(place);
        int at = header('X', 23, Math.abs(symbols[order]));
        int part = Math.max(1, shares[order] / 3);
        LONG.set(out, at + 11, refs[order]);
        INT.set(out, at + 19, part);
        shrink(order, place, part);
    }

    private void execute(int place) {
        int order = aged.at(place);
        int at = header('E', 31, Math.abs(symbols[order]));
        int part = random.nextInt(10) < 6 ? shares[order] : Math.max(1, shares[order] / 2);
        LONG.set(out, at + 11, refs[order]);
        INT.set(out, at + 19, part);
        LONG.set(out, at + 23, nextMatch++);
        shrink(order, place, part);
    }

    private void shrink(int order, int place, int part) {
        shares[order] -= part;
        if (shares[order] == 0) {
            aged.take(place);
            unused[unusedCount++] = order;
        }
    }

    /** {@return how many places behind the newest the next order to change or leave stands} */
    private int place() {
        double share = random.nextDouble();
        if (!anyAge) {
            int i = 1;
            while (share > SHARE_THAT_LEFT[i]) {
                i++;
            }
            double within = (share - SHARE_THAT_LEFT[i - 1]) / (SHARE_THAT_LEFT[i] - SHARE_THAT_LEFT[i - 1]);
            share = NEWEST[i - 1] + within * (NEWEST[i] - NEWEST[i - 1]);
        }
        return (int) (share * aged.size());
    }

    /** A third at the touch, most of the rest within ten ticks, some far away. */
    private int price(int symbol, boolean buy) {
        int kind = random.nextInt(100);
        int ticks = kind < 35 ? 0 : kind < 75 ? random.nextInt(4) : kind < 92 ? random.nextInt(12) : random.nextInt(200);
        return middle[symbol] + (buy ? -100 - 100 * ticks : 100 + 100 * ticks);
    }

    private int header(char type, int length, int symbol) {
        int at = end + 2;
        nanos += gap;
        SHORT.set(out, end, (short) length);
        out[at] = (byte) type;
        SHORT.set(out, at + 1, (short) symbol);
        SHORT.set(out, at + 3, (short) 0);
        SHORT.set(out, at + 5, (short) (nanos >>> 32));
        INT.set(out, at + 7, (int) nanos);
        end = at + length;
        return at;
    }
}
