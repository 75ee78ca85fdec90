package io.leakage.simulator;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** The simulator's command: writes one day as {@code market.itch50} and {@code orders.fix}. Exit code 2 for arguments it cannot read. */
public final class Simulate {
    private static final String HELP = """
            Simulates a trading day and writes what the venue and the desk sent.

              simulate.sh --seed N --out DIR [--minutes M] [--symbols N] [--parents N] [--date YYYY-MM-DD] [--without-orders]

              --seed N            the dice: the same number gives the same bytes
              --out DIR           gets market.itch50 (Nasdaq TotalView-ITCH 5.0, two bytes of length before each message)
                                  and orders.fix (FIX 4.4 drop copy, one message a line)
              --minutes M         of continuous trading from 09:30 New York, 1 … 390; default 30
              --symbols N         instruments, 1 … 50; default 5
              --parents N         parent orders, 0 … 50; default 6
              --date YYYY-MM-DD   the trading date; default 2026-01-30
              --without-orders    the same dice without the desk's orders: the exact counterfactual
            """;

    private DayOptions options = DayOptions.ofSeed(0);
    private boolean seeded;
    private Path folder;

    private Simulate() {
    }

    /**
     * Runs the command and exits.
     *
     * @param arguments see the help text
     */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    /**
     * Runs the command.
     *
     * @param arguments as on the command line
     * @param out       gets the summary line or the help
     * @param err       gets what was wrong
     * @return the exit code: 0 done, 1 could not write, 2 bad arguments
     */
    static int run(String[] arguments, PrintStream out, PrintStream err) {
        for (String argument : arguments) {
            if (argument.equals("--help") || argument.equals("-h")) {
                out.print(HELP);
                return 0;
            }
        }
        Simulate command = new Simulate();
        try {
            command.read(arguments);
        } catch (IllegalArgumentException e) {
            err.println("simulate: " + e.getMessage() + " (--help shows the arguments)");
            return 2;
        }
        try {
            command.write(out);
            return 0;
        } catch (IOException | UncheckedIOException e) {
            err.println("simulate: cannot write to " + command.folder + ": " + e.getMessage());
            return 1;
        }
    }

    private void read(String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--without-orders")) {
                options = options.withoutOrders();
                continue;
            }
            if (!arguments[i].startsWith("--")) {
                throw new IllegalArgumentException("unexpected '" + arguments[i] + "'");
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " needs a value");
            }
            set(arguments[i], arguments[++i]);
        }
        if (!seeded) {
            throw new IllegalArgumentException("--seed is missing");
        }
        if (folder == null) {
            throw new IllegalArgumentException("--out is missing");
        }
    }

    private void set(String name, String value) {
        switch (name) {
            case "--seed" -> {
                options = options.seed(number(name, value, Long.MIN_VALUE, Long.MAX_VALUE));
                seeded = true;
            }
            case "--out" -> folder = Path.of(value);
            case "--minutes" -> options = options.minutes((int) number(name, value, 1, 390));
            case "--symbols" -> options = options.symbols((int) number(name, value, 1, 50));
            case "--parents" -> options = options.parents((int) number(name, value, 0, 50));
            case "--date" -> options = options.date(date(value));
            default -> throw new IllegalArgumentException("unknown argument '" + name + "'");
        }
    }

    private static long number(String name, String value, long low, long high) {
        try {
            long number = Long.parseLong(value);
            if (number >= low && number <= high) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is '" + value + "', expected a whole number", e);
        }
        throw new IllegalArgumentException(name + " is " + value + ", expected " + low + " … " + high);
    }

    private static LocalDate date(String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("--date is '" + value + "', expected YYYY-MM-DD", e);
        }
    }

    private void write(PrintStream out) throws IOException {
        Files.createDirectories(folder);
        SimulatedDay day;
        try (LengthPrefixedFile market = LengthPrefixedFile.create(folder.resolve("market.itch50"))) {
            day = SimulatedDay.run(options, market);
        }
        day.writeOrders(folder.resolve("orders.fix"));
        out.println(String.format(Locale.ROOT,
                "seed %d, %s, %d minutes: %d market messages in %d symbols, %d order messages of %d parents in %s", options.seed(),
                options.date(), options.minutes(), day.marketMessages(), options.symbols(), day.orders().size(),
                options.trading() ? options.parents() : 0, folder));
    }
}
