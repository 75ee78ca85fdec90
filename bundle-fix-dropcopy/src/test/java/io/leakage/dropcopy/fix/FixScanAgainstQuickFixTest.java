package io.leakage.dropcopy.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.leakage.api.event.Absent;
import io.leakage.api.event.OrderMessage;
import io.leakage.api.event.Side;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import quickfix.FieldNotFound;
import quickfix.Message;

/** The slow twin is QuickFIX/J's own parse; and no bytes at all make the scan throw. */
class FixScanAgainstQuickFixTest {
    private static final int[] TEXTS = {1, 11, 17, 19, 37, 41, 55, 847, 526, 58, 20_001};
    private static final int[] PRICES = {6, 31, 44};
    private static final int[] QUANTITIES = {14, 32, 38, 151};
    private static final int[] CODES = {20, 39, 40, 150};
    private static final String[] TYPES = {"D", "F", "G", "8", "9"};
    private static final String LIKELY = "0123456789=.-:|8FIX\u0001";
    private static final String[] VERSIONS = {"FIX.4.2", "FIX.4.4", "FIXT.1.1"};

    private final FixScan scan = new FixScan(FixScan.DEFAULT_PARENT_TAG, true);
    private final OrderMessage ours = new OrderMessage();

    @RepeatedTest(200)
    void everyFieldIsWhatQuickFixReads(RepetitionInfo repetition) throws Exception {
        Random random = new Random(repetition.getCurrentRepetition());
        String text = random(random).toString();
        byte[] raw = text.getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(FixScan.Outcome.ORDER, scan.scan(raw, 0, raw.length, ours), scan.problem());
        Message theirs = new Message(text, null, true);

        assertEquals(theirs.getHeader().getString(35), String.valueOf(ours.msgType));
        assertEquals(theirs.getHeader().getInt(34), ours.msgSeqNum);
        assertEquals(nanos(theirs.getHeader().getUtcTimeStamp(52)), ours.sendingNanos);
        assertEquals(theirs.isSetField(60) ? nanos(theirs.getUtcTimeStamp(60)) : Absent.LONG, ours.transactNanos);
        long[] texts = {ours.account, ours.clOrdId, ours.execId, ours.execRefId, ours.orderId, ours.origClOrdId, ours.symbol, ours.strategy,
            ours.parentId};
        for (int i = 0; i < texts.length; i++) {
            String read = Fix.text(ours, texts[i]);
            boolean stoodIn = TEXTS[i] == 17 && !theirs.isSetField(17) && read != null && read.charAt(0) == FixScan.SOH;
            assertEquals(theirs.isSetField(TEXTS[i]) ? theirs.getString(TEXTS[i]) : null, stoodIn ? null : read, "tag " + TEXTS[i]);
        }
        long[] prices = {ours.avgPx, ours.lastPx, ours.price};
        for (int i = 0; i < prices.length; i++) {
            assertEquals(units(theirs, PRICES[i]), prices[i], "tag " + PRICES[i]);
        }
        long[] quantities = {ours.cumQty, ours.lastQty, ours.orderQty, ours.leavesQty};
        for (int i = 0; i < quantities.length; i++) {
            assertEquals(theirs.isSetField(QUANTITIES[i]) ? theirs.getDecimal(QUANTITIES[i]).longValueExact() : Absent.LONG, quantities[i]);
        }
        char[] codes = {ours.execTransType, ours.ordStatus, ours.ordType, ours.execType};
        for (int i = 0; i < codes.length; i++) {
            assertEquals(theirs.isSetField(CODES[i]) ? theirs.getChar(CODES[i]) : 0, codes[i], "tag " + CODES[i]);
        }
        assertEquals(side(theirs), ours.side);
        assertEquals(theirs.isSetField(851) ? theirs.getInt(851) : 0, ours.lastLiquidityInd);
    }

    @Test
    void noBytesMakeItThrow() {
        Random random = new Random(7);
        int[] outcomes = new int[FixScan.Outcome.values().length];
        FixScan unverified = new FixScan(FixScan.DEFAULT_PARENT_TAG, false);
        byte[][] whole = new byte[500][];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = random(random).toString().getBytes(StandardCharsets.ISO_8859_1);
        }
        for (int i = 0; i < 200_000; i++) {
            byte[] raw = whole[i % whole.length].clone();
            for (int hits = random.nextInt(6); hits >= 0; hits--) {
                raw[random.nextInt(raw.length)] = (byte) (random.nextBoolean() ? LIKELY.charAt(random.nextInt(LIKELY.length()))
                        : random.nextInt());
            }
            int offset = random.nextInt(8) == 0 ? random.nextInt(raw.length) : 0;
            int length = random.nextInt(8) == 0 ? random.nextInt(raw.length - offset + 1) : raw.length - offset;
            FixScan.Outcome outcome = unverified.scan(raw, offset, length, ours);
            assertEquals(outcome == FixScan.Outcome.UNREADABLE, unverified.problem() != null);
            outcomes[outcome.ordinal()]++;
        }
        for (int count : outcomes) {
            assertNotEquals(0, count, "every outcome was met");
        }
    }

    private static Message random(Random random) {
        Message message = new Message();
        message.getHeader().setString(8, VERSIONS[random.nextInt(VERSIONS.length)]);
        message.getHeader().setString(35, TYPES[random.nextInt(TYPES.length)]);
        message.getHeader().setInt(34, random.nextInt(1_000_000));
        message.getHeader().setString(49, "EMS");
        message.getHeader().setString(56, "LEAK");
        message.getHeader().setString(52, time(random));
        for (int tag : TEXTS) {
            if (random.nextBoolean()) {
                message.setString(tag, Integer.toString(random.nextInt(), 36));
            }
        }
        for (int tag : PRICES) {
            if (random.nextBoolean()) {
                message.setDecimal(tag, BigDecimal.valueOf(random.nextInt(2_000_000_000) - 100_000_000L, random.nextInt(9)));
            }
        }
        for (int tag : QUANTITIES) {
            if (random.nextBoolean()) {
                message.setString(tag, random.nextInt(1_000_000) + (random.nextBoolean() ? "" : ".00"));
            }
        }
        for (int tag : CODES) {
            if (random.nextBoolean()) {
                message.setChar(tag, "0123456789ABCDEFGHI".charAt(random.nextInt(19)));
            }
        }
        if (random.nextBoolean()) {
            message.setString(60, time(random));
        }
        if (random.nextBoolean()) {
            message.setChar(54, "12356".charAt(random.nextInt(5)));
        }
        if (random.nextBoolean()) {
            message.setInt(851, 1 + random.nextInt(3));
        }
        return message;
    }

    private static String time(Random random) {
        String[] fractions = {"", ".123", ".123456", ".123456789"};
        return String.format("20%02d%02d%02d-%02d:%02d:%02d%s", random.nextInt(100), 1 + random.nextInt(12), 1 + random.nextInt(28),
                random.nextInt(24), random.nextInt(60), random.nextInt(60), fractions[random.nextInt(4)]);
    }

    private static long nanos(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC) * 1_000_000_000L + time.getNano();
    }

    private static long units(Message message, int tag) throws FieldNotFound {
        return message.isSetField(tag) ? message.getDecimal(tag).movePointRight(FixNumber.PRICE_DECIMALS).longValueExact() : Absent.LONG;
    }

    private static Side side(Message message) throws FieldNotFound {
        return !message.isSetField(54) ? null : message.getChar(54) == '1' || message.getChar(54) == '3' ? Side.BUY : Side.SELL;
    }
}
