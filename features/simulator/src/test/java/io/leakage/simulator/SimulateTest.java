package io.leakage.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulateTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void aDayIsWrittenAndSummedUpInOneLine() throws IOException {
        Path target = folder.resolve("new");

        assertEquals(0, run("--seed", "7", "--out", target.toString(), "--minutes", "2", "--symbols", "2", "--parents", "1", "--date",
                "2026-03-02"));
        int messages = ItchReader.read(Files.readAllBytes(target.resolve("market.itch50"))).size();
        int orders = Files.readAllLines(target.resolve("orders.fix"), StandardCharsets.ISO_8859_1).size();
        assertEquals("seed 7, 2026-03-02, 2 minutes: " + messages + " market messages in 2 symbols, " + orders
                + " order messages of 1 parents in " + target + System.lineSeparator(), out.toString(StandardCharsets.UTF_8));
        assertEquals("", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void withoutOrdersTheLogIsEmpty() throws IOException {
        assertEquals(0, run("--seed", "7", "--out", folder.toString(), "--minutes", "1", "--without-orders"));
        assertEquals(0, Files.size(folder.resolve("orders.fix")));
    }

    @ParameterizedTest(name = "{0} is refused: {1}")
    @CsvSource(delimiter = '|', value = {
        "--out x | --seed is missing",
        "--seed 1 | --out is missing",
        "--seed 1 --out | --out needs a value",
        "--seed one --out x | --seed is 'one', expected a whole number",
        "--seed 1 --out x --minutes 0 | --minutes is 0, expected 1 … 390",
        "--seed 1 --out x --symbols 51 | --symbols is 51, expected 1 … 50",
        "--seed 1 --out x --date 30.1.2026 | --date is '30.1.2026', expected YYYY-MM-DD",
        "--seed 1 --out x --speed 3 | unknown argument '--speed'",
        "seven | unexpected 'seven'"})
    void badArgumentsEndWithCodeTwoAndSayWhat(String arguments, String message) {
        assertEquals(2, run(arguments.split(" ")));
        assertTrue(err.toString(StandardCharsets.UTF_8).startsWith("simulate: " + message), err.toString(StandardCharsets.UTF_8));
        assertEquals("", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aFolderThatCannotBeIsAFailureWithItsName() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertEquals(1, run("--seed", "1", "--out", file.toString(), "--minutes", "1"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains(file.toString()), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void helpNamesEveryArgument() {
        assertEquals(0, run("--help"));
        for (String argument : new String[] {"--seed", "--out", "--minutes", "--symbols", "--parents", "--date", "--without-orders"}) {
            assertTrue(out.toString(StandardCharsets.UTF_8).contains(argument), argument);
        }
    }

    private int run(String... arguments) {
        return Simulate.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
