package io.leakage.core.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Absent;
import io.leakage.api.event.ClockState;
import io.leakage.api.event.OrderMessage;
import io.leakage.api.event.Side;
import io.leakage.api.event.TradingState;
import io.leakage.api.score.NameKind;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.Frame;
import io.leakage.core.event.LeakageEvent;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
    @TempDir
    private Path dir;

    @Test
    void everyKindOfEventThatIsKeptComesBackAsItWas() throws IllegalAccessException {
        Random random = new Random(7);
        List<EventKind> kept = Arrays.stream(EventKind.values()).filter(EventKind::isKept).toList();
        List<ByteBuffer> written = new ArrayList<>();
        try (Journal journal = Journal.open(dir, Replay.CONTENT, 1 << 16)) {
            for (int i = 0; i < 200 * kept.size(); i++) {
                ByteBuffer frame = frame(random(kept.get(i % kept.size()), random));
                journal.append(frame);
                written.add(frame);
            }
        }

        List<ByteBuffer> read = new ArrayList<>();
        Replay replay = Replay.of(dir, new LeakageEvent(), event -> read.add(frame(event)));

        assertEquals(written, read);
        assertEquals(written.size(), replay.events());
        assertEquals(List.of(), replay.damages());
    }

    @Test
    void anInquiryChangesNothingAndIsRefusedByTheJournal() throws IllegalAccessException {
        LeakageEvent inquiry = random(EventKind.INQUIRY, new Random(7));

        assertThrows(IllegalArgumentException.class, () -> frame(inquiry));
    }

    @Test
    void aRecordThatIsNoFrameIsToldAndTheRestGoesOn() throws IllegalAccessException {
        Random random = new Random(7);
        try (Journal journal = Journal.open(dir, Replay.CONTENT, 1 << 16)) {
            journal.append(frame(random(EventKind.CLOCK, random)));
            journal.append(new byte[] {99}, 0, 1);
            journal.append(frame(random(EventKind.ADDED, random)));
        }

        Replay replay = Replay.of(dir, new LeakageEvent(), event -> { });

        assertEquals(2, replay.events());
        assertTrue(replay.damages().get(0).what().contains("frame kind 99"), replay.damages().toString());
    }

    @Test
    void anOrderWrittenBeforeCounterpartiesWereReadsAsOneWithoutOne() throws IllegalAccessException {
        LeakageEvent event = random(EventKind.ORDER, new Random(7));
        ByteBuffer whole = frame(event);
        try (Journal journal = Journal.open(dir, Replay.CONTENT, 1 << 16)) {
            journal.append(whole.slice(0, whole.limit() - Long.BYTES - 4 * Integer.BYTES));
            journal.append(whole);
        }

        List<Integer> counterparties = new ArrayList<>();
        List<Long> fees = new ArrayList<>();
        Replay replay = Replay.of(dir, new LeakageEvent(), read -> {
            counterparties.add(read.order().counterparty);
            fees.add(read.order().fees);
        });

        assertEquals(List.of(), replay.damages());
        assertEquals(List.of(Absent.NAME, event.order().counterparty), counterparties);
        assertEquals(List.of(event.order().fees, event.order().fees), fees, "what stood before it is where it was");
    }

    @Test
    void anOrderWrittenBeforeDesksHadKeysReadsAsOneThatNoDeskClaims() throws IllegalAccessException {
        LeakageEvent event = random(EventKind.ORDER, new Random(7));
        ByteBuffer whole = frame(event);
        try (Journal journal = Journal.open(dir, Replay.CONTENT, 1 << 16)) {
            journal.append(whole.slice(0, whole.limit() - Long.BYTES - 3 * Integer.BYTES));
            journal.append(whole);
        }

        List<List<Integer>> keys = new ArrayList<>();
        Replay.of(dir, new LeakageEvent(), read -> keys.add(List.of(read.order().client, read.order().senderSub, read.order().custom,
                read.order().counterparty)));

        assertEquals(List.of(List.of(Absent.NAME, Absent.NAME, Absent.NAME, event.order().counterparty),
                List.of(event.order().client, event.order().senderSub, event.order().custom, event.order().counterparty)), keys);
    }

    @Test
    void anOrderWrittenBeforeDaysHadAnEndReadsAsOneWhoseDayNobodyEnds() throws IllegalAccessException {
        LeakageEvent event = random(EventKind.ORDER, new Random(7));
        ByteBuffer whole = frame(event);
        try (Journal journal = Journal.open(dir, Replay.CONTENT, 1 << 16)) {
            journal.append(whole.slice(0, whole.limit() - Long.BYTES));
            journal.append(whole);
        }

        List<Long> ends = new ArrayList<>();
        List<Integer> keys = new ArrayList<>();
        Replay.of(dir, new LeakageEvent(), read -> {
            ends.add(read.order().dayEndNanos);
            keys.add(read.order().custom);
        });

        assertEquals(List.of(Absent.LONG, event.order().dayEndNanos), ends);
        assertEquals(List.of(event.order().custom, event.order().custom), keys);
    }

    private static ByteBuffer frame(LeakageEvent event) {
        ByteBuffer out = ByteBuffer.allocate(Frame.MAX_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        Frame.write(event, out);
        return out.flip();
    }

    private static LeakageEvent random(EventKind kind, Random random) throws IllegalAccessException {
        LeakageEvent event = new LeakageEvent();
        fill(event, random);
        fill(event.order(), random);
        fill(event.quote(), random);
        for (int asked = random.nextInt(OrderMessage.MOST_ASKED + 1); asked > 0; asked--) {
            event.quote().name(random.nextInt());
        }
        event.kind(kind);
        event.side(random.nextInt(3) == 0 ? null : anyOf(Side.values(), random));
        event.tradingState(anyOf(TradingState.values(), random));
        event.clockState(anyOf(ClockState.values(), random));
        event.nameKind(anyOf(NameKind.values(), random));
        random.nextBytes(event.text());
        event.textLength = random.nextInt(LeakageEvent.MAX_TEXT + 1);
        return event;
    }

    private static <T> T anyOf(T[] all, Random random) {
        return all[random.nextInt(all.length)];
    }

    private static void fill(Object carrier, Random random) throws IllegalAccessException {
        for (Field field : carrier.getClass().getFields()) {
            Class<?> type = field.getType();
            if (Modifier.isStatic(field.getModifiers())) {
                continue;
            }
            if (type == long.class) {
                field.setLong(carrier, random.nextLong());
            } else if (type == int.class) {
                field.setInt(carrier, field.getName().equals("lastLiquidityInd") ? random.nextInt(4) : random.nextInt());
            } else if (type == char.class) {
                field.setChar(carrier, (char) random.nextInt(128));
            } else if (type == boolean.class) {
                field.setBoolean(carrier, random.nextBoolean());
            } else if (type == Side.class) {
                field.set(carrier, random.nextInt(3) == 0 ? null : anyOf(Side.values(), random));
            } else if (type.isEnum()) {
                field.set(carrier, type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)]);
            }
        }
    }
}
