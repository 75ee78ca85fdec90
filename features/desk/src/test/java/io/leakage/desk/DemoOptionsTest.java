package io.leakage.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.simulator.LivePlayer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoOptionsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void headlessRunsAtFullSpeed() {
        assertEquals(LivePlayer.FULL_SPEED, DemoOptions.parse(new String[] {"--headless"}).speed());
    }

    @Test
    void whatIsSaidIsTaken() {
        DemoOptions options = DemoOptions.parse(new String[] {"--seed", "7", "--speed", "2.5", "--port", "8123"});

        assertEquals(new DemoOptions(false, false, 7, 2.5, 8123, null), options);
    }

    @ParameterizedTest
    @CsvSource({
        "--seed x, --seed is 'x'",
        "--seed, --seed needs a value",
        "--speed 0, --speed is '0'",
        "--speed NaN, --speed is 'NaN'",
        "--port 70000, --port is '70000'",
        "--headless --speed 2, takes no --speed",
        "--cards x, --cards needs --headless",
        "--fast, unknown argument '--fast'"})
    void badArgumentsExitWithTwoAndSayWhatWasExpected(String line, String message) {
        assertEquals(2, run(line.split(" ")));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains(message), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void helpGoesToStandardOutput() {
        assertEquals(0, run("--help"));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("--headless"));
    }

    private int run(String... arguments) {
        return Demo.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
