package io.leakage.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import io.leakage.simulator.ItchWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One morning told in every format: 100.00 bid, 100.02 offered from 09:30 on, two cents dearer three seconds later; a buy that arrives at
 * 09:30:01 and trades 100 at 100.04. It is 2 January 2026 in New York, 14:30 UTC.
 */
class ReplayFormatsTest {
    private static final long OPEN = 1_767_364_200_000_000_000L;
    private static final long SINCE_MIDNIGHT = 34_200_000_000_000L;
    private static final long SECOND = 1_000_000_000L;
    private static final long END = 10 * SECOND;

    @TempDir
    private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"itch50", "mold-pcap", "lobster, the top", "lobster, two levels", "dbn, mbo", "dbn, mbp-1", "dbn, mbp-10",
        "iex-deep", "iex-tops"})
    void everyFormatGivesTheSameScore(String format) throws IOException {
        Path market = Files.write(folder.resolve("market"), market(format));

        int exit = Replay.run(new String[] {"--market", market.toString(), "--orders", orders().toString()}, out,
                new PrintStream(err, true, StandardCharsets.UTF_8));

        assertEquals("", err.toString(StandardCharsets.UTF_8));
        assertEquals(0, exit);
        // 3 cents over the mid of 100.01 at arrival; the offer's two cents moved the mid by two: 1.9998 bps
        String line = out.toString(StandardCharsets.UTF_8);
        assertTrue(line.contains("arrival 100.0100 ") && line.contains("arrival_slippage 2.9997 bps VALID")
                && line.contains("drift 1.9998 bps VALID"), line);
    }

    @Test
    void anOrdersFootprintsAreToldByHorizon() throws IOException {
        Path market = Files.write(folder.resolve("market"), market("itch50"));
        String id = Files.readString(orders()).replaceAll("(?s).*?[\\x01|]11=([^\\x01|]+).*", "$1");
        int exit = Replay.run(new String[] {"--market", market.toString(), "--orders", orders().toString(), "--footprints", id}, out,
                new PrintStream(err, true, StandardCharsets.UTF_8));

        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(0, exit, err.toString(StandardCharsets.UTF_8));
        assertEquals(5, lines.size(), "a header and a fill at four horizons: " + lines);
        assertTrue(lines.get(0).startsWith("footprint_nanos,child,kinds,side,horizon,fate,"));
        // seconds into the day there is nothing to hold it against; ten seconds later the day is over
        assertTrue(lines.get(1).contains(",FILLED,BUY,10ms,UNMATCHED,"), lines.get(1));
        assertTrue(lines.get(4).contains(",10s,CENSORED,"), lines.get(4));
    }

    @Test
    void aFormatThatDoesNotExistIsRefusedWithThoseThatDo() throws IOException {
        Path market = Files.write(folder.resolve("market"), market("dbn, mbo"));
        int exit = Replay.run(new String[] {"--market", market.toString(), "--orders", orders().toString(), "--feed", "itch41"}, out,
                new PrintStream(err, true, StandardCharsets.UTF_8));

        assertEquals(2, exit);
        assertEquals("replay: --feed: one of itch50, mold-pcap, iex-deep, iex-tops, dbn, lobster, got \"itch41\""
                + " (--help shows the arguments)\n", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aFileThatTellsNoFormatIsRefused() throws IOException {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear reader,\n");
        int exit = Replay.run(new String[] {"--market", letter.toString(), "--orders", orders().toString()}, out,
                new PrintStream(err, true, StandardCharsets.UTF_8));

        assertEquals(2, exit);
        assertEquals("replay: " + letter + " tells its format neither by its first bytes nor by its name: say --feed with one of itch50, "
                + "mold-pcap, iex-deep, iex-tops, dbn, lobster (--help shows the arguments)\n", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theRulesThatWouldHaveFiredAreToldWithTimesAndNumbers() throws IOException {
        assertEquals(0, judged("1.5"), err.toString(StandardCharsets.UTF_8));

        String told = out.toString(StandardCharsets.UTF_8);
        assertTrue(told.startsWith("2026-01-02T14:30:03Z "), told);
        assertTrue(told.contains(" AMBER rule drifts (morning version 1) fired: drift 1.9998 bps (at least 1.5000)\n"), told);
        assertTrue(told.endsWith("\n1 times a rule fired on 1 orders\n"), told);
    }

    @Test
    void rulesThatCannotBeReadAreRefusedWithFileLineAndColumn() throws IOException {
        assertEquals(2, judged("\"much\""));

        String told = err.toString(StandardCharsets.UTF_8);
        assertTrue(told.startsWith("replay: --rules: " + folder.resolve("rules.json") + ": line 2, column "), told);
        assertTrue(told.contains("bps: expected a number, got \"much\""), told);
    }

    private int judged(String bps) throws IOException {
        Path rules = Files.writeString(folder.resolve("rules.json"), "{ \"version\": 1, \"id\": \"morning\", \"rules\": [\n"
                + "{ \"id\": \"drifts\", \"when\": { \"measure\": \"drift\", \"atLeast\": { \"bps\": " + bps
                + " } }, \"grade\": \"AMBER\" } ] }");
        Path market = Files.write(folder.resolve("market"), market("itch50"));
        return Replay.run(new String[] {"--market", market.toString(), "--orders", orders().toString(), "--feed", "itch50", "--rules",
            rules.toString()}, out, new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private Path orders() throws IOException {
        return Files.write(folder.resolve("orders.fix"), List.of(
                message("D", "01", "11=P|1=ACC|55=INST|54=1|38=100|40=1|"),
                message("8", "05", "37=O|11=P|17=E1|150=F|39=2|55=INST|54=1|38=100|32=100|31=100.04|14=100|151=0|30=XNAS|")));
    }

    private static String message(String type, String second, String body) {
        String time = "20260102-14:30:" + second + ".000";
        return "8=FIX.4.4|9=0|35=" + type + "|49=EMS|56=LEAK|34=1|52=" + time + "|60=" + time + "|" + body + "10=000|";
    }

    private static byte[] market(String format) throws IOException {
        return switch (format) {
            case "itch50" -> itch();
            case "mold-pcap" -> pcap(joined("SESSION001".getBytes(StandardCharsets.US_ASCII),
                    ByteBuffer.allocate(10).putLong(1).putShort((short) 6).array(), itch()));
            case "lobster, the top" -> lobster(1, "", "");
            case "lobster, two levels" -> lobster(2, ",1001000,10,999000,10", ",1001000,10,999000,10");
            case "dbn, mbo" -> dbn(mbo(0, 1, 100, 'A', 'B'), mbo(0, 2, 100.02, 'A', 'A'), mbo(3, 1, 100.02, 'M', 'B'),
                    mbo(3, 2, 100.04, 'M', 'A'), mbo(10, 0, 0, 'N', 'N'));
            case "dbn, mbp-1" -> dbn(levels(1, 0, 100, 100.02), levels(1, 3, 100.02, 100.04), levels(1, 10, 100.02, 100.04));
            case "dbn, mbp-10" -> dbn(levels(10, 0, 100, 100.02), levels(10, 3, 100.02, 100.04), levels(10, 10, 100.02, 100.04));
            case "iex-deep" -> capture(0x8004, level(0, '8', 0, 100, 500), level(0, '5', 1, 100.02, 300), level(3, '8', 0, 100, 0),
                    level(3, '8', 0, 100.02, 500), level(3, '5', 0, 100.02, 0), level(3, '5', 1, 100.04, 300), end());
            default -> capture(0x8003, quote(0, 100, 100.02), quote(3, 100.02, 100.04), end());
        };
    }

    private static byte[] itch() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ItchWriter(bytes).directory(1, 1, "INST").add(1, SINCE_MIDNIGHT, 1, Side.BUY, 500, "INST", 100_00000000L)
                .add(1, SINCE_MIDNIGHT, 2, Side.SELL, 300, "INST", 100_02000000L)
                .replaced(1, SINCE_MIDNIGHT + 3 * SECOND, 2, 4, 300, 100_04000000L)
                .replaced(1, SINCE_MIDNIGHT + 3 * SECOND, 1, 3, 500, 100_02000000L).system(SINCE_MIDNIGHT + END, 'M');
        return bytes.toByteArray();
    }

    private static byte[] lobster(int levels, String deeper, String deeperLater) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream file = new ZipOutputStream(bytes)) {
            file.putNextEntry(new ZipEntry("INST_2026-01-02_34200000_57600000_orderbook_" + levels + ".csv"));
            String later = "1000400,300,1000200,500" + deeperLater;
            file.write(("1000200,300,1000000,500" + deeper + "\n" + later + "\n" + later + "\n").getBytes(StandardCharsets.US_ASCII));
            file.putNextEntry(new ZipEntry("INST_2026-01-02_34200000_57600000_message_" + levels + ".csv"));
            file.write("34200,1,1,500,1000000,1\n34203,1,2,500,1000200,1\n34210,3,9,1,990000,1\n".getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    /** A DBN file of version 3 whose number 7 is INST. */
    private static byte[] dbn(byte[]... records) {
        int width = 8;
        ByteBuffer head = little(8 + 100 + 20 + width + 4 + 8 + width).put("DBN\3".getBytes(StandardCharsets.US_ASCII));
        head.putInt(head.capacity() - 8).position(50).put((byte) 1).put((byte) 0).put((byte) 0).putShort((short) width).position(124);
        head.putInt(1).put("INST\0\0\0\0".getBytes(StandardCharsets.US_ASCII)).putInt(1).putInt(20260102).putInt(20260103)
                .put("7\0\0\0\0\0\0\0".getBytes(StandardCharsets.US_ASCII));
        return joined(head.array(), joined(records));
    }

    private static byte[] mbo(int second, long order, double price, char action, char side) {
        return record(56, 0xA0, second).putLong(order).putLong(price9(price)).putInt(500).putShort((short) 0x80).put((byte) action)
                .put((byte) side).putLong(OPEN + second * SECOND).array();
    }

    private static byte[] levels(int count, int second, double bid, double offer) {
        ByteBuffer record = record(48 + 32 * count, count, second).putLong(price9(bid)).putInt(500).put((byte) 'A').put((byte) 'B')
                .position(32).putLong(OPEN + second * SECOND).position(48).putLong(price9(bid)).putLong(price9(offer)).putInt(500)
                .putInt(300);
        for (int level = 1; level < count; level++) {
            record.position(48 + 32 * level).putLong(Long.MAX_VALUE).putLong(Long.MAX_VALUE);
        }
        return record.array();
    }

    private static ByteBuffer record(int length, int type, int second) {
        return little(length).put((byte) (length / 4)).put((byte) type).putShort((short) 1).putInt(7).putLong(OPEN + second * SECOND);
    }

    private static byte[] level(int second, char type, int whole, double price, int shares) {
        return iex(30, type, whole, second).putInt(shares).putLong(Math.round(price * 10_000)).array();
    }

    private static byte[] quote(int second, double bid, double offer) {
        return iex(42, 'Q', 0, second).putInt(500).putLong(Math.round(bid * 10_000)).putLong(Math.round(offer * 10_000)).putInt(300)
                .array();
    }

    private static byte[] end() {
        return little(10).put((byte) 'S').put((byte) 'M').putLong(OPEN + END).array();
    }

    private static ByteBuffer iex(int length, char type, int flags, int second) {
        return little(length).put((byte) type).put((byte) flags).putLong(OPEN + second * SECOND)
                .put("INST    ".getBytes(StandardCharsets.US_ASCII));
    }

    /** A capture of one IEX-TP segment. */
    private static byte[] capture(int protocol, byte[]... messages) {
        byte[] blocks = joined(Arrays.stream(messages)
                .map(message -> joined(little(2).putShort((short) message.length).array(), message)).toArray(byte[][]::new));
        return pcap(joined(little(40).put((byte) 1).put((byte) 0).putShort((short) protocol).putInt(1).putInt(5)
                .putShort((short) blocks.length).putShort((short) messages.length).putLong(0).putLong(1).putLong(OPEN).array(), blocks));
    }

    /** A nanosecond pcap of one packet: UDP in IPv4 in Ethernet. */
    private static byte[] pcap(byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(42 + payload.length).position(12).putShort((short) 0x0800).put((byte) 0x45).put((byte) 0)
                .putShort((short) (28 + payload.length)).position(23).put((byte) 17).position(26).putInt(0x0A000001).putInt(0xE9360C6F)
                .putShort((short) 30_000).putShort((short) 10_378).putShort((short) (8 + payload.length)).position(42).put(payload);
        return joined(little(24).putInt(0xA1B23C4D).putShort((short) 2).putShort((short) 4).position(16).putInt(65_535).putInt(1).array(),
                little(16).putInt((int) (OPEN / SECOND)).putInt(0).putInt(frame.capacity()).putInt(frame.capacity()).array(),
                frame.array());
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    private static long price9(double price) {
        return Math.round(price * 1e9);
    }
}
