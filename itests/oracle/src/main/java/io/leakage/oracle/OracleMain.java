package io.leakage.oracle;

import io.leakage.simulator.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code itests/oracle.sh}: examines worlds, prints what was found, and writes it as {@code oracle.json}. */
public final class OracleMain {
    private static final int BAD_ARGUMENTS = 2;
    private static final int WRITTEN_EVERY = 40;

    private int parents = 2_000;
    private int threads = 2;
    private List<World> worlds = new ArrayList<>(List.of(World.NOTHING, World.MECHANICAL, World.VOLATILE, World.predator(.5),
            World.predator(1), World.predator(2)));

    private OracleMain(String[] arguments) {
        for (int i = 1; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + ": expected something behind it");
            }
            read(arguments[i], arguments[i + 1]);
        }
    }

    private void read(String name, String value) {
        switch (name) {
            case "--parents" -> parents = positive(name, value);
            case "--threads" -> threads = positive(name, value);
            case "--worlds" -> worlds = value.equals("all") ? all() : Arrays.stream(value.split(",")).map(World::named).toList();
            default -> throw new IllegalArgumentException(name + ": expected --parents N, --threads N or --worlds NAME,NAME");
        }
    }

    private static List<World> all() {
        List<World> all = new ArrayList<>(World.nulls());
        all.addAll(List.of(World.predator(.5), World.predator(1), World.predator(2)));
        return all;
    }

    private static int positive(String name, String value) {
        int number = Integer.parseInt(value);
        if (number < 1) {
            throw new IllegalArgumentException(name + ": expected 1 or more, not " + value);
        }
        return number;
    }

    /**
     * Runs the command.
     *
     * @param arguments the folder for files, then what the shell was given
     * @throws IOException when files cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        OracleMain command;
        try {
            command = new OracleMain(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("oracle: " + e.getMessage());
            System.exit(BAD_ARGUMENTS);
            return;
        }
        command.run(Files.createDirectories(Path.of(arguments[0])));
    }

    private void run(Path folder) throws IOException {
        long begun = System.nanoTime();
        List<WorldResult> results = new Oracle(folder, threads, OracleMain::tell).examine(worlds, parents);
        System.err.print("\r\033[K");
        System.out.print(OracleTable.of(results));
        System.out.printf("%n%d worlds, %d threads, %.0f s%n", worlds.size(), threads, (System.nanoTime() - begun) / 1e9);
        Files.writeString(folder.resolve("oracle.json"), OracleJson.of(results));
    }

    private static void tell(String world, int done, int of) {
        if (done % WRITTEN_EVERY == 0 || done == of) {
            System.err.print("\r\033[K" + world + ": " + done + " of " + of + " parents");
        }
    }
}
