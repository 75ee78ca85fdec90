package io.leakage.bench;

import io.leakage.api.event.Inlets;
import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.OrderMessage;
import io.leakage.api.event.Side;
import io.leakage.api.event.WhenFull;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * A hundred instruments that quote ten times a second and trade two and a half times, and one order in each that shows a footprint every minute: a
 * child comes to rest, next it leaves or is filled. So far apart that all four horizons are ranked. Or it shows one, and no more. Seeded; it goes
 * on from round to round.
 */
final class FootprintDay {
    private static final int INSTRUMENTS = 100;
    private static final long STEP_NANOS = 1_000_000L;
    private static final int STEPS_A_FOOTPRINT = 60_000;
    private static final long TICK = 1_000_000L;
    private static final long MID = 10_000 * TICK;

    private final MarketInlet market;
    private final OrderInlet orders;
    private final OrderMessage message = new OrderMessage();
    private final SplittableRandom random = new SplittableRandom(11);
    private final int[] numbers = new int[INSTRUMENTS];
    private final long[] mids = new long[INSTRUMENTS];
    private long nanos = 1_767_364_200_000_000_000L;
    private long step;
    private long sequence;
    private long children;
    private final boolean goesOn;

    /** Sends the orders through this door; {@code goesOn} says whether they show more than one footprint. */
    FootprintDay(Inlets inlets, boolean goesOn) {
        this.goesOn = goesOn;
        market = inlets.market("slow", WhenFull.WAIT);
        orders = inlets.orders("slow");
        for (int i = 0; i < INSTRUMENTS; i++) {
            numbers[i] = market.instrument("S" + i);
            mids[i] = MID;
            begin('D', "P" + i, "S" + i, "");
            message.side = Side.BUY;
            message.orderQty = 10_000_000;
            orders.accept(message);
        }
    }

    /** Plays so many seconds. {@return how many footprints are shown in them when it goes on} */
    long play(int seconds) {
        long footprints = 0;
        for (long end = step + seconds * 1_000L; step < end; step++) {
            nanos += STEP_NANOS;
            int instrument = random.nextInt(INSTRUMENTS);
            quote(instrument);
            if (step % (STEPS_A_FOOTPRINT / INSTRUMENTS) == 0) {
                footprints++;
                if (goesOn || children < INSTRUMENTS) {
                    show((int) (step / (STEPS_A_FOOTPRINT / INSTRUMENTS) % INSTRUMENTS));
                }
            }
        }
        return footprints;
    }

    /** {@return how many quotes and trades there were} */
    long events() {
        return sequence;
    }

    private void quote(int instrument) {
        mids[instrument] += (random.nextInt(3) - 1) * TICK;
        long mid = mids[instrument];
        long bidShares = 100 * (1 + random.nextInt(9));
        market.quoted(numbers[instrument], ++sequence, nanos, mid - TICK, bidShares, mid + TICK, 500);
        if (random.nextInt(4) == 0) {
            Side resting = random.nextBoolean() ? Side.BUY : Side.SELL;
            market.traded(numbers[instrument], ++sequence, nanos, resting, 100, mid - resting.sign() * TICK, sequence);
        }
    }

    private void show(int instrument) {
        long turn = children++ / INSTRUMENTS;
        begin('8', "C" + instrument + "-" + turn / 2, "S" + instrument, "P" + instrument);
        message.side = Side.BUY;
        message.orderQty = 100;
        message.execType = turn % 2 == 0 ? '0' : turn % 4 == 1 ? '4' : 'F';
        message.ordStatus = turn % 2 == 0 ? '0' : turn % 4 == 1 ? '4' : '2';
        if (message.execType == 'F') {
            message.lastQty = 100;
            message.lastPx = mids[instrument];
            message.lastLiquidityInd = 1;
        }
        orders.accept(message);
    }

    private void begin(char type, String id, String symbol, String parent) {
        message.clear();
        message.msgType = type;
        message.transactNanos = nanos;
        message.raw = (id + symbol + parent + (type == '8' ? "X" + children : "")).getBytes(StandardCharsets.ISO_8859_1);
        message.rawLength = message.raw.length;
        message.clOrdId = OrderMessage.slice(0, id.length());
        message.symbol = OrderMessage.slice(id.length(), symbol.length());
        if (type == '8') {
            int at = id.length() + symbol.length();
            message.parentId = OrderMessage.slice(at, parent.length());
            message.execId = OrderMessage.slice(at + parent.length(), message.rawLength - at - parent.length());
        }
    }
}
