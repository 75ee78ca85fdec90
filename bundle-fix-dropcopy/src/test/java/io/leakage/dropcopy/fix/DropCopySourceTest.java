package io.leakage.dropcopy.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DropCopySourceTest {
    @Test
    void nonsenseIsRefusedWithFieldValueAndWhatIsAllowed() {
        assertRefused("name: 1 to 64 letters, digits, dots, dashes, underscores, got \"a b\"", "a b", "h", 1, "S", "T", 30, "");
        assertRefused("host: a host name or address, got \" \"", "n", " ", 1, "S", "T", 30, "");
        assertRefused("port: 1 to 65535, got \"0\"", "n", "h", 0, "S", "T", 30, "");
        assertRefused("port: 1 to 65535, got \"65536\"", "n", "h", 65_536, "S", "T", 30, "");
        assertRefused("sender.comp.id: printable characters, got \"null\"", "n", "h", 1, null, "T", 30, "");
        assertRefused("target.comp.id: printable characters, got \"\"", "n", "h", 1, "S", "", 30, "");
        assertRefused("heartbeat.seconds: 1 to 3600, got \"0\"", "n", "h", 1, "S", "T", 0, "");
        assertRefused("session: HH:MM:SS-HH:MM:SS, or SUN HH:MM:SS-FRI HH:MM:SS, or nothing, got \"9-17\"", "n", "h", 1, "S", "T", 30, "9-17");
        assertEquals("version: 4.2, 4.4 or 5.0SP2, got \"4.3\"",
                assertThrows(IllegalArgumentException.class, () -> FixVersion.of("4.3")).getMessage());
    }

    @Test
    void aSessionMayHaveHours() {
        DropCopySource source = source("n", "h", 1, "S", "T", 30, "03:30:00-20:15:00");
        assertTrue(source.isScheduled());
        assertEquals("03:30:00", source.hours().startTime());
        assertEquals("20:15:00", source.hours().endTime());
    }

    private static void assertRefused(String message, String name, String host, int port, String sender, String target, int heartbeat,
            String session) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class,
                () -> source(name, host, port, sender, target, heartbeat, session));
        assertEquals(message, refusal.getMessage());
    }

    private static DropCopySource source(String name, String host, int port, String sender, String target, int heartbeat, String session) {
        return new DropCopySource(name, FixVersion.FIX_4_4, true, host, port, sender, target, heartbeat, 5, 526, "", session,
                "America/New_York", "", 0);
    }
}
