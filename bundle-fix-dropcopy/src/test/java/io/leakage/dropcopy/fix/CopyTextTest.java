package io.leakage.dropcopy.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Absent;
import io.leakage.api.health.CopyCondition;
import io.leakage.api.health.CopyState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CopyTextTest {
    @Test
    void aConsoleIsToldEveryCountOnce() {
        String text = CopyText.of(List.of(new CopyState("street", CopyCondition.MISSING, "", 1, 2_000_000_000L, 5, 5, 9, 31, 32, 33, 34,
                35, 36, 37, 38, 52, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, Map.of("8", 5_000L, "n", 51L))));

        for (int count = 31; count <= 49; count++) {
            assertTrue(text.matches("(?s).*\\b" + count + "\\b.*"), count + " is not in " + text);
        }
        assertTrue(text.contains("executions told again and dropped 52\n"), text);
        assertTrue(text.endsWith("  rejected 46  late 47  gaps within wrapped messages 48, missing 49\n  by type  8 5,000  n 51"), text);
    }

    @Test
    void withoutADropCopyItSaysSo() {
        assertEquals("no drop copy is configured", CopyText.of(List.of()));
        assertTrue(CopyText.of(List.of(new CopyState("street", CopyCondition.WAITING, "", Absent.LONG, Absent.LONG, 1, Absent.LONG,
                Absent.LONG, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of()))).contains("last message never"));
    }
}
