package io.leakage.marketdata.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.marketdata.tape.Soup;
import io.leakage.marketdata.tape.Wire;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A snapshot over SoupBinTCP into an order that misses messages 2 and 3. */
class SnapshotListenerTest {
    private static final byte[] M = Wire.hex("01");

    private final Heard heard = new Heard();
    private final Resequencer resequencer = new Resequencer(heard, heard, RecoveryLimits.DEFAULT);
    private final SnapshotListener snapshot = new SnapshotListener(resequencer);
    private final SoupBinTcpClient client = new SoupBinTcpClient(new SoupLogin("", ""), 15_000_000_000L, (bytes, length) -> { }, snapshot);

    SnapshotListenerTest() {
        heard.requestServer = false;
        heard.snapshotServer = true;
        resequencer.begin(0);
        resequencer.message(1, M, 0, 1, 0, 0);
        resequencer.message(4, M, 0, 1, 0, 0);
        resequencer.message(5, M, 0, 1, 0, 0);
        resequencer.tick(5_000_000);
        client.connected("", 1, 0);
    }

    @Test
    void scenario04_whatRestsComesFirstThenWhatHappened() {
        receive(Soup.join(Soup.accepted("SNAP", 1), Soup.packet('S', "one"), Soup.packet('S', "two"), Soup.endOfSnapshot(5)));

        assertEquals(List.of("1", "gap 2..4", "ask snapshot", "recovering", "rests one", "rests two", "enough", "recovered 5", "5"),
                heard.take());
        assertTrue(snapshot.isDone());
        assertNull(snapshot.trouble());
    }

    @Test
    void anEmptySnapshotIsASnapshot() {
        receive(Soup.join(Soup.accepted("SNAP", 1), Soup.endOfSnapshot(4)));

        assertEquals(List.of("1", "gap 2..4", "ask snapshot", "recovering", "enough", "recovered 4", "4", "5"), heard.take());
    }

    @Test
    void aSnapshotThatEndsBeforeItsEndIsNone() {
        receive(Soup.join(Soup.accepted("SNAP", 1), Soup.packet('S', "one"), Soup.packet('Z', "")));

        assertFalse(snapshot.isDone());
        assertEquals("the session ended before the snapshot did", snapshot.trouble());
    }

    @Test
    void anEndWithoutANumberIsNone() {
        receive(Soup.join(Soup.accepted("SNAP", 1), Soup.packet('S', "Gsoon")));

        assertEquals("end of snapshot without a sequence number of 20 digits, 1 or more", snapshot.trouble());
        assertTrue(resequencer.isRecovering());
    }

    @Test
    void aSnapshotFromTheMiddleIsNone() {
        receive(Soup.join(Soup.accepted("SNAP", 7), Soup.packet('S', "seven")));

        assertEquals("the snapshot begins at message 7, expected 1", snapshot.trouble());
        assertEquals(List.of("1", "gap 2..4", "ask snapshot"), heard.take());
    }

    private void receive(byte[] bytes) {
        snapshot.at(0, 6_000_000);
        assertNull(client.received(bytes, 0, bytes.length, 6_000_000));
    }
}
