package io.leakage.desk;

import io.leakage.simulator.LivePlayer;
import java.nio.file.Path;

/**
 * What the demo's command line says.
 *
 * @param help     whether only the help is wanted
 * @param headless whether the day runs at full speed to its end and the final scorecard is printed
 * @param seed     the simulated day's dice
 * @param speed    event seconds a second
 * @param port     the page's port, 0 for a free one
 * @param cards    where the final scorecards are written, null for the desk's own build folder
 */
record DemoOptions(boolean help, boolean headless, long seed, double speed, int port, Path cards) {
    static final String HELP = """
            Runs a simulated desk day through the whole product on this machine: market data over UDP, drop copy over FIX,
            the scorecard in a Felix framework, a page in the browser.

              demo.sh [--headless] [--seed N] [--speed X] [--port N] [--cards DIR]

              --headless   runs the day at full speed to its end, prints the final scorecard, one line per parent order, and exits
              --seed N     the day's dice: the same number gives the same day; default 1
              --speed X    event seconds a second: 1 is real time, the day has 30 minutes; default 10; not with --headless
              --cards DIR  where --headless writes every parent's scorecard as a page to print, text, JSON and CSV;
                           default features/desk/target/cards
              --port N     where the page is served on 127.0.0.1; default is a free port

              demo.sh --scenario case-study [--headless] [--auto] [--predator K] [--seed N] [--speed X] [--port N]

              an order whose pattern a predator learns to know: the grade turns, a switch of algo is proposed, approved, sent over
              FIX and taken, and what it cost and saved is told at the end

              --headless   at full speed, the trader's approval given over HTTP; else you are asked at this terminal
              --auto       with --headless: the switch goes out by itself, which two persons of the desk allow before
              --predator K levels of the other side it takes after each act it recognises, 0 to 5; 0 is no predator; default 1
              --speed X    event seconds a second from the order on; default 5, headless as fast as it goes

            Exit codes: 0 done, 1 could not be done, 2 arguments that cannot be read.
            """;

    private static final double DEFAULT_SPEED = 10;
    private static final int MAX_PORT = 65_535;

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException with the argument, its value and what was expected
     */
    static DemoOptions parse(String[] arguments) {
        DemoOptions options = new DemoOptions(false, false, 1, 0, 0, null);
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i];
            options = switch (name) {
                case "--help", "-h" -> options.with(true, options.headless);
                case "--headless" -> options.with(options.help, true);
                case "--seed" -> new DemoOptions(options.help, options.headless, seed(value(arguments, ++i)), options.speed, options.port,
                        options.cards);
                case "--speed" -> new DemoOptions(options.help, options.headless, options.seed, speed(value(arguments, ++i)), options.port,
                        options.cards);
                case "--port" -> new DemoOptions(options.help, options.headless, options.seed, options.speed, port(value(arguments, ++i)),
                        options.cards);
                case "--cards" -> new DemoOptions(options.help, options.headless, options.seed, options.speed, options.port,
                        Path.of(value(arguments, ++i)));
                default -> throw new IllegalArgumentException("unknown argument '" + name + "'");
            };
        }
        return options.settled();
    }

    private DemoOptions with(boolean wantsHelp, boolean withoutPage) {
        return new DemoOptions(wantsHelp, withoutPage, seed, speed, port, cards);
    }

    private DemoOptions settled() {
        if (!headless && cards != null) {
            throw new IllegalArgumentException("--cards needs --headless; a page's cards are at its detail panel");
        }
        if (headless && speed > 0) {
            throw new IllegalArgumentException("--headless runs at full speed, it takes no --speed");
        }
        double settled = headless ? LivePlayer.FULL_SPEED : speed > 0 ? speed : DEFAULT_SPEED;
        return new DemoOptions(help, headless, seed, settled, port, cards);
    }

    private static String value(String[] arguments, int at) {
        if (at == arguments.length) {
            throw new IllegalArgumentException(arguments[at - 1] + " needs a value");
        }
        return arguments[at];
    }

    private static long seed(String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--seed is '" + value + "', expected a whole number", e);
        }
    }

    private static double speed(String value) {
        try {
            double speed = Double.parseDouble(value);
            if (speed > 0 && speed < Double.POSITIVE_INFINITY) {
                return speed;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--speed is '" + value + "', expected a number above 0", e);
        }
        throw new IllegalArgumentException("--speed is '" + value + "', expected a number above 0");
    }

    private static int port(String value) {
        try {
            int port = Integer.parseInt(value);
            if (port >= 1 && port <= MAX_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--port is '" + value + "', expected 1 to " + MAX_PORT, e);
        }
        throw new IllegalArgumentException("--port is '" + value + "', expected 1 to " + MAX_PORT);
    }
}
