package io.leakage.itests.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.osgi.framework.ServiceReference;

/** The journal of running bundles, as the console shows it. */
class JournalCommandTest {
    private static final String COMMAND = "(&(osgi.command.scope=leakage)(osgi.command.function=journal))";

    @Test
    void theConsoleListsAndChecksTheJournal() throws Exception {
        try (Desk desk = new Desk(true)) {
            ServiceReference<?>[] found = desk.launcher().context().getAllServiceReferences(null, COMMAND);
            assertNotNull(found, "no service " + COMMAND);
            Object command = desk.launcher().context().getService(found[0]);

            String list = (String) command.getClass().getMethod("journal").invoke(command);
            assertTrue(list.startsWith("day ") && list.contains("being written"), list);
            String check = (String) command.getClass().getMethod("journal", String.class, String[].class).invoke(command, "check",
                    new String[0]);
            assertTrue(check.matches("(?s)events: \\d+ records, whole\nnames: \\d+ records, whole.*"), check);
            Object cut = command.getClass().getMethod("journal", String.class, String[].class).invoke(command, "cut", new String[0]);
            assertEquals("nothing is given up: everything is kept", cut);
        }
    }
}
