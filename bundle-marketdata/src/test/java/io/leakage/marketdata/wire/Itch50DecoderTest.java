package io.leakage.marketdata.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.marketdata.tape.Recording;
import io.leakage.marketdata.tape.Wire;
import io.leakage.testing.Garbage;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Golden bytes: locate 13 (000D), tracking 2 and 09:30 (34 200 s = 1F1ACED9F000 ns) in every message, then the fields in
 * the specification's order.
 */
class Itch50DecoderTest {
    private static final String HEAD = " 000D 0002 1F1ACED9F000 ";
    private static final long NANOS = 0x1F1ACED9F000L;
    private static final String AAPL = " 4141504C20202020 ";
    private static final long STOCK = Alpha.pack("AAPL");
    private static final String SEEN = "13, 2, " + NANOS + ", ";

    static Stream<Arguments> messages() {
        return Stream.of(
                golden('S', "51", "systemEvent", "Q"),
                golden('R', AAPL + "51 4E 00000064 4E 43 5A20 50 4E 20 31 59 00000003 59",
                        "stockDirectory", STOCK + ", Q, N, 100, N, C, " + 0x5A20 + ", P, N,  , 1, Y, 3, Y"),
                golden('H', AAPL + "48 20 54312020", "tradingAction", STOCK + ", H, " + 0x54312020),
                golden('Y', AAPL + "31", "regSho", STOCK + ", 1"),
                golden('L', "47534341" + AAPL + "59 4E 41", "participantPosition", 0x47534341 + ", " + STOCK + ", Y, N, A"),
                golden('V', "0000004A817C8000 0000004190AB0000 000000376AC8F400", "breakerLevels",
                        0x4A817C8000L + ", " + 0x4190AB0000L + ", " + 0x376AC8F400L),
                golden('W', "32", "breakerBreached", "2"),
                golden('K', AAPL + "00008CA0 41 00061A80", "ipoQuoting", STOCK + ", 36000, A, 400000"),
                golden('J', AAPL + "000F4240 00100590 000E7EF0 00000001", "auctionCollar", STOCK + ", 1000000, 1050000, 950000, 1"),
                golden('h', AAPL + "51 48", "operationalHalt", STOCK + ", Q, H"),
                golden('A', "000000000000002A 42 000001F4" + AAPL + "0030D9E0", "added", "42, B, 500, " + STOCK + ", 3201504"),
                golden('F', "000000000000002A 53 FFFFFFFF" + AAPL + "FFFFFFFF 47534341", "addedBy",
                        "42, S, 4294967295, " + STOCK + ", 4294967295, " + 0x47534341),
                golden('E', "000000000000002A 00000064 0000000000000007", "executed", "42, 100, 7"),
                golden('C', "000000000000002A 00000064 0000000000000007 4E 0030D9E0", "executedAt", "42, 100, 7, N, 3201504"),
                golden('X', "000000000000002A 00000064", "cancelled", "42, 100"),
                golden('D', "FFFFFFFFFFFFFFFE", "deleted", "-2"),
                golden('U', "000000000000002A 000000000000002B 00000064 0030D9E0", "replaced", "42, 43, 100, 3201504"),
                golden('P', "0000000000000000 42 00000064" + AAPL + "0030D9E0 0000000000000007", "traded",
                        "0, B, 100, " + STOCK + ", 3201504, 7"),
                golden('Q', "00000001000F4240" + AAPL + "0030D9E0 0000000000000007 4F", "crossed",
                        0x1000F4240L + ", " + STOCK + ", 3201504, 7, O"),
                golden('B', "0000000000000007", "broken", "7"),
                golden('I', "00000000000003E8 00000000000000C8 42" + AAPL + "0030D9E0 0030D9E1 0030D9E2 43 4C", "imbalance",
                        "1000, 200, B, " + STOCK + ", 3201504, 3201505, 3201506, C, L"),
                golden('N', AAPL + "41", "retailInterest", STOCK + ", A"),
                golden('O', AAPL + "59 000F4240 001E8480 0016E360 00001F1ACED9F000 00124F80 001B7740", "directListing",
                        STOCK + ", Y, 1000000, 2000000, 1500000, " + NANOS + ", 1200000, 1800000"));
    }

    @ParameterizedTest(name = "{0} is {2}")
    @MethodSource("messages")
    void everyFieldStandsWhereTheSpecificationSays(char type, byte[] message, String name, String fields) {
        Recording heard = new Recording();
        byte[] within = new byte[message.length + 6];
        System.arraycopy(message, 0, within, 3, message.length);

        assertTrue(new Itch50Decoder(heard.of(Itch50Listener.class)).decode(within, 3, message.length));

        assertEquals(List.of(name + "(" + SEEN + fields + ")"), heard.lines());
        assertEquals(message.length, Itch50Decoder.lengthOf((byte) type));
    }

    @ParameterizedTest(name = "{0} one byte short or long")
    @MethodSource("messages")
    void aWrongLengthIsRefusedAndNothingTold(char type, byte[] message, String name, String fields) {
        Recording heard = new Recording();
        Itch50Decoder decoder = new Itch50Decoder(heard.of(Itch50Listener.class));

        assertFalse(decoder.decode(message, 0, message.length - 1));
        assertFalse(decoder.decode(message, 0, message.length + 1));
        assertFalse(decoder.decode(message, 0, 0));

        assertEquals(List.of(), heard.lines());
    }

    @Test
    void everyOtherTypeIsUnknown() {
        Set<Character> known = new HashSet<>();
        messages().forEach(golden -> known.add((Character) golden.get()[0]));
        Itch50Decoder decoder = new Itch50Decoder(new Itch50Listener() { });
        for (int type = 0; type < 256; type++) {
            if (!known.contains((char) type)) {
                assertEquals(0, Itch50Decoder.lengthOf((byte) type), "length of type " + type);
                for (int length = 0; length <= 64; length++) {
                    byte[] message = new byte[64];
                    message[0] = (byte) type;
                    assertFalse(decoder.decode(message, 0, length), "type " + type);
                }
            }
        }
        assertEquals(23, known.size());
        assertEquals(23, Itch50Decoder.TYPES.length());
    }

    @Test
    void anAttributedOrderIsAnOrderToWhoDoesNotAskForTheName() {
        long[] order = new long[1];
        byte[] message = (byte[]) messages().filter(golden -> golden.get()[0].equals('F')).findFirst().orElseThrow().get()[1];
        new Itch50Decoder(new Itch50Listener() {
            @Override
            public void added(int locate, int tracking, long nanos, long number, char side, long shares, long stock, long price4) {
                order[0] = number;
            }
        }).decode(message, 0, message.length);

        assertArrayEquals(new long[] {42}, order);
    }

    @Test
    void noBytesWhateverMakeItThrow() {
        Random random = new Random(7);
        byte[][] real = messages().map(golden -> (byte[]) golden.get()[1]).toArray(byte[][]::new);
        Itch50Decoder decoder = new Itch50Decoder(new Itch50Listener() { });
        long read = 0;
        for (int i = 0; i < 500_000; i++) {
            byte[] message = new byte[64];
            if (i % 2 == 0) {
                random.nextBytes(message);
            } else {
                byte[] chosen = real[random.nextInt(real.length)];
                System.arraycopy(chosen, 0, message, 0, chosen.length);
                message[random.nextInt(chosen.length)] = (byte) random.nextInt();
            }
            int length = i % 3 == 0 ? random.nextInt(65) : Itch50Decoder.lengthOf(message[0]);
            boolean right = length > 0 && Itch50Decoder.lengthOf(message[0]) == length;
            assertEquals(right, decoder.decode(message, 0, length));
            read += right ? 1 : 0;
        }
        assertTrue(read > 100_000, read + " messages were of the right length");
    }

    @Test
    void decodingLeavesNoGarbage() {
        byte[][] all = messages().map(golden -> (byte[]) golden.get()[1]).toArray(byte[][]::new);
        long[] sum = new long[1];
        Itch50Decoder decoder = new Itch50Decoder(new Itch50Listener() {
            @Override
            public void added(int locate, int tracking, long nanos, long order, char side, long shares, long stock, long price4) {
                sum[0] += nanos + order + shares + price4;
            }
        });
        assertEquals(0, Garbage.bytesOf(20, () -> {
            for (int i = 0; i < 100_000; i++) {
                byte[] message = all[i % all.length];
                decoder.decode(message, 0, message.length);
            }
        }));
    }

    private static Arguments golden(char type, String fields, String name, String expected) {
        return Arguments.of(type, Wire.hex(String.format("%02X", (int) type) + HEAD + fields), name, expected);
    }
}
