package io.leakage.dropcopy.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A broker's FIXatdl file, read as what it allows; what it does not say, it does not allow. */
class FixatdlCapabilitiesTest {
    private static final String HEAD = "<Strategies xmlns=\"http://www.fixprotocol.org/FIXatdl-1-1/Core\" "
            + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" strategyIdentifierTag=\"847\">";

    @TempDir
    private Path directory;

    @Test
    void aFileSaysWhatCanBeChangedAndByWhichTags() {
        FixatdlCapabilities file = Brokers.embr();
        FixatdlStrategy seeker = file.strategies().get("LIQUIDITY_SEEKER");

        assertTrue(file.changeStrategyOnCxlRpl() && file.tag957Support());
        assertEquals(847, file.strategyIdentifierTag());
        assertEquals(List.of("VWAP", "LIQUIDITY_SEEKER", "SCHEDULED", "PAIRS", "GROUP_ONLY"), List.copyOf(file.strategies().keySet()));
        assertEquals("1003", seeker.wireValue());
        assertEquals(List.of("maxPart", "style", "dark", "deskCode", "startTime"), List.copyOf(seeker.parameters().keySet()));
        assertEquals(7010, seeker.parameters().get("maxPart").fixTag());
        assertEquals(FixatdlType.PERCENTAGE, seeker.parameters().get("maxPart").type());
        assertEquals("LS", seeker.parameters().get("deskCode").constValue());
        assertFalse(file.strategies().get("PAIRS").single());
    }

    @Test
    void aStrategyIsNamedByItsValueOnTheWireInTheTagThatCarriesIt() throws IOException {
        assertEquals("LIQUIDITY_SEEKER", Brokers.embr().nameOf(847, "1003"));
        assertNull(Brokers.embr().nameOf(847, "9999"));
        assertNull(Brokers.embr().nameOf(9001, "1003"), "the broker tells it in 847");
        FixatdlCapabilities twice = read(HEAD + "<Strategy name=\"A\" wireValue=\"1\"/>"
                + "<Strategy name=\"B\" wireValue=\"1\"/></Strategies>");
        assertNull(twice.nameOf(847, "1"), "it may be either");
    }

    @Test
    void whatAFileDoesNotSayItDoesNotAllow() throws IOException {
        FixatdlCapabilities file = read(HEAD + "<Strategy name=\"S\" wireValue=\"1\"><Parameter name=\"p\" xsi:type=\"Int_t\"/></Strategy>"
                + "</Strategies>");

        assertFalse(file.changeStrategyOnCxlRpl());
        assertFalse(file.tag957Support());
        assertFalse(file.strategies().get("S").parameters().get("p").mutable());
        assertEquals(0, file.strategies().get("S").parameters().get("p").fixTag());
    }

    @ParameterizedTest(name = "{0} = {1}: expected {2}")
    @CsvSource(delimiter = ';', value = {
        "maxPart; 0.05; ''",
        "maxPart; 0.31; at most 0.3",
        "maxPart; -0.01; at least 0",
        "maxPart; much; a number",
        "style; P; ''",
        "style; X; one of A, P",
        "style; PA; one character",
        "dark; Y; ''",
        "dark; true; one of N, Y",
        "deskCode; LX; '\"LS\" and nothing else'"})
    void aValueIsHeldAgainstTheFile(String parameter, String value, String expected) {
        assertEquals(expected, Brokers.embr().strategies().get("LIQUIDITY_SEEKER").parameters().get(parameter).objection(value));
    }

    @ParameterizedTest(name = "line {0}: {1}")
    @CsvSource(delimiter = ';', value = {
        "1; Strategies of http://www.fixprotocol.org/FIXatdl-1-1/Core as the root expected, got Orders; <Orders/>",
        "1; Strategies of http://www.fixprotocol.org/FIXatdl-1-1/Core as the root expected, got Strategies; <Strategies/>",
        "2; name of Strategy expected, got nothing; HEAD~<Strategy wireValue=\"1\"/></Strategies>",
        "3; wireValue of Strategy expected, got nothing; HEAD~~<Strategy name=\"S\"/></Strategies>",
        "2; 'xsi:type: a type of FIXatdl 1.1 such as Int_t expected, got Whole_t'; "
            + "HEAD~<Strategy name=\"S\" wireValue=\"1\"><Parameter name=\"p\" xsi:type=\"Whole_t\"/></Strategy></Strategies>",
        "2; 'fixTag: a tag, 1 to 999999999 expected, got \"seven\"'; "
            + "HEAD~<Strategy name=\"S\" wireValue=\"1\"><Parameter name=\"p\" xsi:type=\"Int_t\" fixTag=\"seven\"/></Strategy>"
            + "</Strategies>",
        "2; 'mutableOnCxlRpl: true or false expected, got \"yes\"'; HEAD~<Strategy name=\"S\" wireValue=\"1\">"
            + "<Parameter name=\"p\" xsi:type=\"Int_t\" mutableOnCxlRpl=\"yes\"/></Strategy></Strategies>",
        "3; 'a strategy''s name only once expected, got \"S\"'; "
            + "HEAD~<Strategy name=\"S\" wireValue=\"1\"/>~<Strategy name=\"S\" wireValue=\"2\"/></Strategies>",
        "2; at least one Strategy expected, got none; HEAD~</Strategies>"})
    void aBadFileIsToldWithItsLine(int line, String expected, String text) throws IOException {
        Path file = write(text.replace("HEAD", HEAD).replace('~', '\n'));

        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> FixatdlCapabilities.read(file));

        assertEquals(file + ":" + line + ": " + expected, refused.getMessage());
    }

    @Test
    void aTornFileIsToldWithItsLine() throws IOException {
        Path file = write(HEAD + "\n<Strategy name=\"S\" wireValue=\"1\">");

        String told = assertThrows(IllegalArgumentException.class, () -> FixatdlCapabilities.read(file)).getMessage();

        assertTrue(told.startsWith(file + ":2: well-formed XML expected, got "), told);
    }

    @Test
    void aFileCannotReadAnotherFile() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "s3cret");
        Path file = write("<!DOCTYPE Strategies [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>\n" + HEAD
                + "<Strategy name=\"S\" wireValue=\"1\"><Description>&x;</Description></Strategy></Strategies>");

        String told = assertThrows(IllegalArgumentException.class, () -> FixatdlCapabilities.read(file)).getMessage();

        assertFalse(told.contains("s3cret"), told);
        assertTrue(told.endsWith(": no document type, since entities are not read expected, got DOCTYPE"), told);
    }

    @Test
    void aFileCannotCallAServer() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path file = write("<!DOCTYPE Strategies SYSTEM \"http://localhost:" + server.getLocalPort() + "/a.dtd\">\n" + HEAD
                    + "<Strategy name=\"S\" wireValue=\"1\"/></Strategies>");

            assertThrows(IllegalArgumentException.class, () -> FixatdlCapabilities.read(file));
            server.setSoTimeout(1);
            assertThrows(SocketTimeoutException.class, server::accept, "somebody called");
        }
    }

    private FixatdlCapabilities read(String text) throws IOException {
        return FixatdlCapabilities.read(write(text));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(directory.resolve("broker.xml"), text);
    }
}
