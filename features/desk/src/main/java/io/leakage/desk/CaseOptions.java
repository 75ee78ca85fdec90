package io.leakage.desk;

import io.leakage.simulator.LivePlayer;

/**
 * What the command line says of the case study.
 *
 * @param headless whether the day runs at full speed to its end, and the switch is approved by the command itself
 * @param auto     whether the switch goes out by itself, enabled by two persons, instead of by approval
 * @param predator levels of the far side the predator takes after each act it recognises; 0 for none
 * @param seed     the day's dice
 * @param speed    event seconds a second
 * @param port     the page's port, 0 for a free one
 */
public record CaseOptions(boolean headless, boolean auto, double predator, long seed, double speed, int port) {
    private static final double VISIBLE_SPEED = 5;

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException with the argument, its value and what was expected
     */
    public static CaseOptions parse(String... arguments) {
        boolean headless = false;
        boolean auto = false;
        double predator = 1;
        double speed = 0;
        long seed = 3;
        int port = 0;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--headless" -> headless = true;
                case "--auto" -> auto = true;
                case "--scenario" -> scenario(value(arguments, ++i));
                case "--predator" -> predator = number("--predator", value(arguments, ++i), 0, 5);
                case "--speed" -> speed = number("--speed", value(arguments, ++i), 0.1, 1_000);
                case "--seed" -> seed = (long) number("--seed", value(arguments, ++i), 0, Integer.MAX_VALUE);
                case "--port" -> port = (int) number("--port", value(arguments, ++i), 1, 65_535);
                default -> throw new IllegalArgumentException("unknown argument '" + arguments[i] + "' of the case study");
            }
        }
        if (auto && !headless) {
            throw new IllegalArgumentException("--auto needs --headless: the two persons' permission is given by their tokens");
        }
        return new CaseOptions(headless, auto, predator, seed, speed > 0 ? speed : headless ? LivePlayer.FULL_SPEED : VISIBLE_SPEED, port);
    }

    private static void scenario(String name) {
        if (!name.equals("case-study")) {
            throw new IllegalArgumentException("--scenario is '" + name + "', expected case-study");
        }
    }

    private static String value(String[] arguments, int at) {
        if (at == arguments.length) {
            throw new IllegalArgumentException(arguments[at - 1] + " needs a value");
        }
        return arguments[at];
    }

    private static double number(String name, String value, double least, double most) {
        try {
            double number = Double.parseDouble(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalArgumentException(name + " is '" + value + "', expected " + least + " to " + most);
    }
}
