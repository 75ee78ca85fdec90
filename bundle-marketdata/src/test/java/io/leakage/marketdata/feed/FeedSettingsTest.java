package io.leakage.marketdata.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.marketdata.wire.RecoveryLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedSettingsTest {
    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(nullValues = "null", value = {
        "name, '  ', a name that stays the same over restarts",
        "transport, tcp, 'mold-udp, iex-udp, soup-tcp or file'",
        "format, itch41, 'one of itch50, mold-pcap, iex-deep, iex-tops, dbn, lobster'",
        "zone, New York, 'a zone of the tz database, as in America/New_York'",
        "date, 30.01.2020, 'year-month-day, as in 2026-01-30'",
        "address, '', 'a multicast group or an address of this machine, as in 239.1.2.3 or 127.0.0.1'",
        "address, 300.1.2.3.4, 'a multicast group or an address of this machine, as in 239.1.2.3 or 127.0.0.1'"})
    void whatMakesNoSenseIsRefusedWithFieldValueAndWhatWasExpected(String field, String value, String expected) {
        Map<String, Object> values = new HashMap<>(Map.of("name", "nasdaq"));
        values.put(field, value);

        assertEquals("leakage.market.feed '" + (field.equals("name") ? "" : "nasdaq") + "': " + field + " = '" + value.strip()
                + "', expected " + expected, refusal(values));
    }

    @ParameterizedTest(name = "port {0}")
    @CsvSource({"0", "65536", "-1"})
    void aPortIsFromOneTo65535(int port) {
        assertEquals("leakage.market.feed 'nasdaq': port = '" + port + "', expected 1 to 65535",
                refusal(Map.of("name", "nasdaq", "port", port)));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "reorder.millis, -1, 0 to 10000",
        "request.millis, 0, 1 to 60000",
        "request.attempts, 0, 1 to 100",
        "hole.millis, 0, 1 to 600000",
        "snapshot.millis, 0, 1 to 600000",
        "snapshot.attempts, 101, 1 to 100",
        "held.messages, 16777217, 1 to 16777216",
        "silence.millis, 0, 1 to 600000",
        "lag.millis, 0, 1 to 600000"})
    void limitsAreRefusedBeyondTheirRange(String field, int value, String expected) {
        assertEquals("leakage.market.feed 'nasdaq': " + field + " = '" + value + "', expected " + expected,
                refusal(Map.of("name", "nasdaq", field.replace('.', '_'), value)));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "request.servers, 127.0.0.1, 'address:port, as in 198.51.100.7:26500'",
        "request.servers, 127.0.0.1:70000, 'behind the colon a port, 1 to 65535'",
        "lines, 127.0.0.1, 'address:port or address:port@interface, as in 233.54.12.111:26477@eth1'",
        "lines, 127.0.0.1:x, 'behind the colon a port, 1 to 65535'"})
    void placesAreRefusedWithoutAPort(String field, String value, String expected) {
        assertEquals("leakage.market.feed 'nasdaq': " + field + " = '" + value + "', expected " + expected,
                refusal(Map.of("name", "nasdaq", field.replace('.', '_'), new String[] {value})));
    }

    @Test
    void aPasswordTooLongIsRefusedWithoutTellingIt() {
        assertEquals("leakage.market.feed 'nasdaq': password has 11 characters, expected up to 10 of ASCII",
                refusal(Map.of("name", "nasdaq", "transport", "soup-tcp", "password", "hunter2hunt")));
    }

    @Test
    void linesServersAndLimitsAreRead() {
        LiveSettings live = FeedSettings.of(Configurations.of(Map.of("name", "nasdaq", "lines", new String[] {"127.0.0.1:26401"},
                "request_servers", new String[] {"127.0.0.1:26500", "127.0.0.1:26501"}, "snapshot_server", "127.0.0.1:26600",
                "user", "desk", "held_messages", 1000, "silence_millis", 500, "lag_millis", 250))).live();

        assertEquals("[127.0.0.1:26400, 127.0.0.1:26401]", live.lines().toString());
        assertEquals("[/127.0.0.1:26500, /127.0.0.1:26501]", live.requestServers().toString());
        assertEquals("/127.0.0.1:26600", live.snapshotServer().toString());
        assertEquals("user desk", live.login().toString());
        assertEquals(1024, live.limits().held());
        assertEquals(500_000_000L, live.limits().silenceNanos());
        assertEquals(250_000_000L, live.lagNanos());
    }

    @Test
    void aTcpFeedHasAServerAndNoLines() {
        LiveSettings live = FeedSettings.of(Configurations.of(Map.of("name", "nasdaq", "transport", "soup-tcp", "port", 26_700))).live();

        assertEquals("/127.0.0.1:26700", live.server().toString());
        assertEquals(List.of(), live.lines());
    }

    @Test
    void aMulticastGroupNeedsAnInterface() {
        String refusal = refusal(Map.of("name", "nasdaq", "address", "239.1.2.3", "interface", "nowhere0"));

        assertTrue(refusal.startsWith("leakage.market.feed 'nasdaq': interface = 'nowhere0', expected for a multicast group one of ["),
                refusal);
    }

    @Test
    void aFileNeedsADateAndToBeThere(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("day.itch50"));

        assertEquals("leakage.market.feed 'f': date = '', expected the day of the recording, as in 2026-01-30",
                refusal(Map.of("name", "f", "transport", "file", "file", file.toString())));
        assertEquals("leakage.market.feed 'f': file = '" + folder.resolve("none") + "', expected a file that can be read",
                refusal(Map.of("name", "f", "transport", "file", "date", "2020-01-30", "file", folder.resolve("none").toString())));
        FeedSettings settings = FeedSettings.of(Configurations.of(
                Map.of("name", "f", "transport", "file", "date", "2020-01-30", "file", file.toString())));
        assertEquals(file, settings.file());
        assertEquals(LocalDate.parse("2020-01-30"), settings.date());
        assertTrue(settings.day().isKnown());
    }

    @Test
    void aFileThatSaysItsDayNeedsNone(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("day.dbn.zst"));
        FeedSettings settings = FeedSettings.of(Configurations.of(
                Map.of("name", "f", "transport", "file", "format", "dbn", "file", file.toString())));

        assertEquals(FeedFormat.DBN, settings.format());
        assertNull(settings.date());
        assertEquals("leakage.market.feed 'f': date = '', expected the day of the recording, as in 2026-01-30",
                refusal(Map.of("name", "f", "transport", "file", "format", "mold-pcap", "file", file.toString())));
    }

    @ParameterizedTest(name = "{1} over {0}")
    @CsvSource({
        "mold-udp, iex-deep, itch50 over mold-udp",
        "soup-tcp, iex-tops, itch50 over soup-tcp",
        "iex-udp, itch50, iex-deep or iex-tops over iex-udp",
        "iex-udp, mold-pcap, iex-deep or iex-tops over iex-udp"})
    void aTransportCarriesItsOwnFormats(String transport, String format, String expected) {
        assertEquals("leakage.market.feed 'f': format = '" + format + "', expected " + expected,
                refusal(Map.of("name", "f", "transport", transport, "format", format)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"iex-deep, IEX_DEEP", "iex-tops, IEX_TOPS"})
    void iexComesByLinesAndNeedsNoDate(String format, UdpFraming framing) {
        FeedSettings settings = FeedSettings.of(Configurations.of(Map.of("name", "iex", "transport", "iex-udp", "format", format,
                "lines", new String[] {"127.0.0.1:26401"})));

        assertEquals(framing, settings.framing());
        assertEquals("iex-udp", settings.transport());
        assertEquals("[127.0.0.1:26400, 127.0.0.1:26401]", settings.live().lines().toString());
    }

    @Test
    void nobodyCanBeAskedForWhatIexLost() {
        Map<String, Object> iex = Map.of("name", "iex", "transport", "iex-udp", "format", "iex-tops");
        Map<String, Object> requesting = new HashMap<>(iex);
        requesting.put("request_servers", new String[] {"127.0.0.1:26500"});
        Map<String, Object> snapshots = new HashMap<>(iex);
        snapshots.put("snapshot_server", "127.0.0.1:26600");

        String expected = "', expected none with iex-udp: what all lines lose is lost";
        assertEquals("leakage.market.feed 'iex': request.servers = '127.0.0.1:26500" + expected, refusal(requesting));
        assertEquals("leakage.market.feed 'iex': snapshot.server = '127.0.0.1:26600" + expected, refusal(snapshots));
    }

    @Test
    void theDefaultIsLiveUnicastOnLoopback() {
        FeedSettings settings = FeedSettings.of(Configurations.of(Map.of("name", " nasdaq ")));

        assertEquals("nasdaq", settings.name());
        assertEquals(List.of(new LineAddress(InetAddress.getLoopbackAddress(), 26_400, null)), settings.live().lines());
        assertEquals(List.of(), settings.live().requestServers());
        assertNull(settings.live().snapshotServer());
        assertEquals(RecoveryLimits.DEFAULT, settings.live().limits());
        assertEquals(1_000_000_000L, settings.live().lagNanos());
        assertEquals(UdpFraming.MOLD, settings.framing());
        assertNull(settings.file());
        assertFalse(settings.day().isKnown());
    }

    private static String refusal(Map<String, Object> values) {
        return assertThrows(IllegalArgumentException.class, () -> FeedSettings.of(Configurations.of(values))).getMessage();
    }
}
