package io.leakage.itests.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Time is an event like any other; a core that looked at a clock of its own would score a replay differently. */
class NoClockTest {
    /** Whatever reads the machine's clock, as a constant pool names it, called or referred to. */
    private static final Pattern CLOCK = Pattern.compile("// +(java/lang/System\\.(?:nanoTime|currentTimeMillis)"
            + "|java/time/\\w+\\.(?:now|system\\w*|tick\\w*)|java/util/Date\\.\"<init>\":\\(\\)V|java/util/Calendar\\.getInstance"
            + "|java/util/GregorianCalendar\\.\"<init>\":\\(\\)V)");

    @Test
    void theCoreHasNoClock() {
        List<String> readers = new ArrayList<>();
        House.disassembled("io.leakage.core").forEach((file, text) -> {
            Matcher clock = CLOCK.matcher(text);
            while (clock.find()) {
                readers.add(file.replaceAll(".*/|\\.class", "") + " calls " + clock.group(1));
            }
        });

        assertEquals(List.of(), readers);
    }

    @Test
    void aClockWouldBeFound() {
        String asJavapWritesIt = "   #7 = Methodref   #8.#9   // java/lang/System.nanoTime:()J\n"
                + "   #8 = Methodref   #8.#9   // java/time/Instant.now:()Ljava/time/Instant;";

        assertTrue(CLOCK.matcher(asJavapWritesIt).results().count() == 2);
    }
}
