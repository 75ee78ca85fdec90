package io.leakage.dropcopy.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FixMessagesTest {
    private static final Map<String, String> UNVERIFIED = Map.of("verify", "false");
    private static final byte[] ORDER = bytes("8=FIX.4.4|35=D|34=7|11=C-1|55=INST|54=1|38=100|40=1|60=20260130-14:30:01.000|");
    private final RecordingInlet inlet = new RecordingInlet();

    @Test
    void aMessageIsTakenAndGarbageKept() {
        try (FixMessages messages = open(UNVERIFIED)) {
            assertNull(messages.read(0, ORDER, 0, ORDER.length, 1));
            byte[] garbage = bytes("rubbish");
            String problem = messages.read(1, garbage, 0, garbage.length, 1);

            assertEquals(List.of("C-1"), inlet.ids);
            assertEquals(List.of("rubbish"), inlet.quarantined);
            assertEquals(inlet.reasons, List.of(problem));
        }
    }

    @Test
    void whatIsNotDurableMustBeGivenAgain() {
        inlet.notDurableOnce.add("C-1");
        try (FixMessages messages = open(UNVERIFIED)) {
            assertThrows(UncheckedIOException.class, () -> messages.read(0, ORDER, 0, ORDER.length, 1));
            assertNull(messages.read(0, ORDER, 0, ORDER.length, 1));

            assertEquals(List.of("C-1"), inlet.ids);
        }
    }

    @Test
    void bodyLengthAndCheckSumMustBeRightUnlessSaidOtherwise() {
        try (FixMessages messages = open(Map.of())) {
            String problem = messages.read(0, ORDER, 0, ORDER.length, 1);

            assertTrue(problem != null && inlet.ids.isEmpty(), problem);
        }
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        assertEquals("settings of fix: profile, parent.tag and verify, got [paren.tag]",
                assertThrows(IllegalArgumentException.class, () -> open(Map.of("paren.tag", "1"))).getMessage());
        assertEquals("parent.tag: 1 to 999999999, got \"0\"",
                assertThrows(IllegalArgumentException.class, () -> open(Map.of("parent.tag", "0"))).getMessage());
    }

    private FixMessages open(Map<String, String> settings) {
        return FixMessages.open("flow", settings, inlet, () -> null);
    }

    private static byte[] bytes(String barred) {
        return barred.replace('|', '\u0001').getBytes(StandardCharsets.US_ASCII);
    }
}
