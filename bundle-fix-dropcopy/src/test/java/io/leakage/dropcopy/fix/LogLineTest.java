package io.leakage.dropcopy.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the other side says stays what it is in our log and at our console: text, on one line, without our password. */
class LogLineTest {
    @Test
    void aTextCanNeitherBeginALineOfItsOwnNorSteerATerminal() {
        LogonSecrets secrets = new LogonSecrets(Access.OPEN);

        assertEquals("Logout: bye?12:00:00 ERROR all is lost", secrets.shown("Logout: bye\n12:00:00 ERROR all is lost"));
        assertEquals("?[2J?]0;owned? ??", secrets.shown("\u001b[2J\u001b]0;owned\u0007 \u009b\u2028"));
        assertNull(secrets.shown(null));
    }

    @Test
    void noBytesOfTheWireReachTheLogAsControls() {
        LogonSecrets secrets = new LogonSecrets(Access.OPEN);
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = 0; k < 40; k++) {
                text.append((char) random.nextInt(0x100));
            }
            String shown = secrets.shown(text.toString());

            assertFalse(shown.chars().anyMatch(Character::isISOControl), shown);
        }
    }

    @Test
    void ourPasswordAndWholeMessagesAreLeftOut(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "B4ttery");
        LogonSecrets secrets = new LogonSecrets(new Access("us", Secret.at("password.from", "file:" + file), false, "", Secret.NONE, "",
                Secret.NONE));

        assertEquals("wrong password …?", secrets.shown("wrong password B4ttery\r"));
        assertEquals("Rejected: …", secrets.shown("Rejected: 8=FIX.4.4|35=A|554=B4ttery"));
    }
}
