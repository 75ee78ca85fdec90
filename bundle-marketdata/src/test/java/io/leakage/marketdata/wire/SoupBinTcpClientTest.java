package io.leakage.marketdata.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.marketdata.tape.Soup;
import io.leakage.testing.Garbage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In virtual time: a heartbeat each second, silence after 15. */
class SoupBinTcpClientTest {
    private static final long SECOND = 1_000_000_000L;
    private static final SoupLogin LOGIN = new SoupLogin("desk", "secret");

    private final List<String> sent = new ArrayList<>();
    private final Heard heard = new Heard();
    private final Resequencer resequencer = new Resequencer(heard, heard, RecoveryLimits.DEFAULT);
    private final SoupLine line = new SoupLine(resequencer, new Silence(heard, 2 * SECOND));
    private final SoupBinTcpClient client = new SoupBinTcpClient(LOGIN, 15 * SECOND, this::send, line);

    @Test
    void theLoginAsksForSessionAndNumber() {
        client.connected("TODAY", 42, 0);

        assertEquals(List.of("L" + "desk  " + "secret    " + "     TODAY" + "                  42"), sent);
        assertFalse(client.isLoggedIn());
    }

    @Test
    void messagesAreCountedFromWhereTheServerSays() {
        client.connected("", 1, 0);
        receive(Soup.accepted("TODAY", 1));
        receive(Soup.join(Soup.packet('S', "a"), Soup.packet('H', ""), Soup.packet('+', "hello"), Soup.packet('S', "b")));

        assertTrue(client.isLoggedIn());
        assertEquals(List.of("1", "2"), heard.take());
        assertEquals("TODAY", line.session());
    }

    @Test
    void packetsMayComeInAnyPieces() {
        client.connected("", 1, 0);
        byte[] bytes = Soup.join(Soup.accepted("TODAY", 1), Soup.packet('S', "a"), Soup.packet('S', ""), Soup.packet('S', "b"));
        for (byte one : bytes) {
            receive(new byte[] {one});
        }

        assertEquals(List.of("1", "rests ", "3"), heard.take());
    }

    @Test
    void scenario11_aReconnectGoesOnWhereItStoppedWithNothingTwice() {
        client.connected(line.session(), line.wanted(), 0);
        receive(Soup.join(Soup.accepted("TODAY", 1), Soup.packet('S', "a"), Soup.packet('S', "b"), Soup.packet('S', "c")));
        heard.take();
        sent.clear();

        client.connected(line.session(), line.wanted(), SECOND);
        assertEquals("L" + "desk  " + "secret    " + "     TODAY" + "                   4", sent.get(0));
        receive(Soup.join(Soup.accepted("TODAY", 4), Soup.packet('S', "d")));
        assertEquals(List.of("4"), heard.take());

        client.connected(line.session(), line.wanted(), 2 * SECOND);
        receive(Soup.join(Soup.accepted("TODAY", 3), Soup.packet('S', "c"), Soup.packet('S', "d"), Soup.packet('S', "e")));
        assertEquals(List.of("5"), heard.take(), "a server that begins earlier repeats itself in vain");
        assertEquals(2, line.counts().duplicates());
    }

    @Test
    void scenario11_halfAPacketIsForgottenWithItsConnection() {
        client.connected("", 1, 0);
        receive(Soup.accepted("TODAY", 1));
        receive(new byte[] {0, 2, 'S'});
        client.connected("TODAY", line.wanted(), SECOND);
        receive(Soup.join(Soup.accepted("TODAY", 1), Soup.packet('S', "a")));

        assertEquals(List.of("1"), heard.take());
    }

    @Test
    void scenario11_aServerThatBeginsLaterLeavesAGap() {
        heard.requestServer = false;
        client.connected("", 1, 0);
        receive(Soup.join(Soup.accepted("TODAY", 1), Soup.packet('S', "a")));
        client.connected("TODAY", 2, 0);
        receive(Soup.join(Soup.accepted("TODAY", 4), Soup.packet('S', "d")));
        resequencer.tick(SECOND);

        assertEquals(List.of("1", "gap 2..4", "4"), heard.take());
    }

    @Test
    void scenario07_aServerWithAnotherSessionBeginsAnew() {
        client.connected("", 1, 0);
        receive(Soup.join(Soup.accepted("MONDAY", 1), Soup.packet('S', "a")));
        client.connected("MONDAY", 2, 0);
        receive(Soup.join(Soup.accepted("TUESDAY", 1), Soup.packet('S', "b"), Soup.packet('Z', "")));

        assertEquals(List.of("1", "new session", "1", "end 2"), heard.take());
        assertTrue(client.isOver());
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "S"})
    void aRefusalIsTold(String reason) {
        client.connected("", 1, 0);
        receive(Soup.packet('J', reason));

        assertTrue(client.isOver());
        assertEquals("login rejected, reason " + reason + " (A: user or password, S: session)", line.refusal());
    }

    @Test
    void weSayEachSecondThatWeLive() {
        client.connected("", 1, 0);
        assertEquals(SECOND, client.wakeNanos());
        assertNull(client.tick(SECOND - 1));
        assertNull(client.tick(SECOND));
        assertNull(client.tick(SECOND + 1));
        assertNull(client.tick(2 * SECOND));
        client.logout(2 * SECOND);

        assertEquals(List.of("R", "R", "O"), sent.subList(1, sent.size()));
    }

    @Test
    void scenario10_aServerSilentForFifteenSecondsIsGivenUp() {
        client.connected("", 1, 0);
        receive(Soup.accepted("TODAY", 1), 5 * SECOND);
        receive(Soup.packet('H', ""), 10 * SECOND);

        assertNull(client.tick(25 * SECOND - 1));
        assertEquals("nothing heard for 15000 ms, not even a heartbeat", client.tick(25 * SECOND));
        assertEquals(1, client.heartbeats());
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "'\0\0', 'a packet of length 0, expected at least its type'",
        "'\0\1?', 'packet type 63, expected one of + A J S U H Z'",
        "'\0\2Sx', 'a sequenced message before the login was accepted'",
        "'\0\2Ax', 'login accepted with 1 bytes, expected session (10) and sequence number (20 digits)'"})
    void scenario36_whatIsNoPacketEndsTheConnection(String bytes, String trouble) {
        client.connected("", 1, 0);
        byte[] received = bytes.getBytes(StandardCharsets.ISO_8859_1);

        assertEquals(trouble, client.received(received, 0, received.length, 0));
    }

    @Test
    void scenario10_silenceIsToldLongBeforeTheConnectionIsGivenUp() {
        client.connected("", 1, 0);
        receive(Soup.accepted("TODAY", 1), SECOND);
        assertEquals(3 * SECOND, line.wakeNanos());
        line.tick(3 * SECOND - 1);
        assertEquals(List.of(), heard.take());
        line.tick(3 * SECOND);
        receive(Soup.packet('S', "a"), 4 * SECOND);

        assertEquals(List.of("silent", "speaks", "1"), heard.take());
        assertEquals(1, line.silence().count());
    }

    @Test
    void aLoginThatDoesNotFitIsRefusedWithoutThePassword() {
        assertEquals("user = 'desk-07', expected up to 6 ASCII characters",
                assertThrows(IllegalArgumentException.class, () -> new SoupLogin("desk-07", "")).getMessage());
        assertEquals("password has 11 characters, expected up to 10 of ASCII",
                assertThrows(IllegalArgumentException.class, () -> new SoupLogin("desk", "hunter2hunt")).getMessage());
        assertEquals("user desk", LOGIN.toString());
    }

    @ParameterizedTest(name = "\"{0}\" is {1}")
    @CsvSource({"'                  42', 42", "'42                  ', 42", "'00000000000000000042', 42", "'                   x', -1",
        "'                    ', -1", "'99999999999999999999', -1"})
    void numbersArePaddedOnEitherSide(String field, long number) {
        assertEquals(number, SoupBinTcpClient.digits(field.getBytes(StandardCharsets.US_ASCII), 0, field.length()));
    }

    @Test
    void noBytesWhateverMakeItThrow() {
        Random random = new Random(13);
        byte[] good = Soup.join(Soup.accepted("TODAY", 1), Soup.packet('S', "a"), Soup.packet('S', "bc"), Soup.packet('Z', ""));
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = good.clone();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            client.connected("", 1, i);
            client.received(bytes, 0, random.nextInt(bytes.length + 1), i);
            heard.words.clear();
            sent.clear();
        }
        assertTrue(resequencer.counts().messages() > 0);
    }

    @Test
    void messagesLeaveNoGarbage() {
        long[] count = {0};
        SoupBinTcpClient quiet = new SoupBinTcpClient(LOGIN, SECOND, (bytes, length) -> { }, new SoupListener() {
            @Override
            public void accepted(String session, long sequence) {
            }

            @Override
            public void rejected(char reason) {
            }

            @Override
            public void sequenced(long sequence, byte[] bytes, int offset, int length) {
                count[0] += length;
            }

            @Override
            public void unsequenced(byte[] bytes, int offset, int length) {
            }

            @Override
            public void ended(long next) {
            }
        });
        byte[] login = Soup.accepted("TODAY", 1);
        byte[] messages = Soup.join(Soup.packet('S', "abc"), Soup.packet('S', "defg"));
        quiet.connected("", 1, 0);
        quiet.received(login, 0, login.length, 0);
        assertEquals(0, Garbage.bytesOf(20, () -> {
            for (int i = 0; i < 10_000; i++) {
                quiet.received(messages, 0, messages.length, i);
            }
        }));
        assertTrue(count[0] % 7 == 0 && count[0] > 0);
    }

    private void receive(byte[] bytes) {
        receive(bytes, 0);
    }

    private void receive(byte[] bytes, long now) {
        line.at(0, now);
        assertNull(client.received(bytes, 0, bytes.length, now));
    }

    private void send(byte[] bytes, int length) {
        assertEquals(length - 2, bytes[0] << 8 | bytes[1]);
        sent.add(new String(bytes, 2, length - 2, StandardCharsets.US_ASCII));
    }
}
