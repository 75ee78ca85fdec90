package io.leakage.core.history;

import java.nio.file.Path;

/** A process that writes until it is killed, and packs what is full if it is told to; it says {@code w} once some segments are full. */
final class KilledWriter {
    private KilledWriter() {
    }

    public static void main(String[] arguments) {
        Journal journal = Journal.open(Path.of(arguments[0]), "numbers 1", 1 << 16, Boolean.parseBoolean(arguments[1]));
        for (int i = 0;; i++) {
            DamageTest.append(journal, i);
            if (i == 5000) {
                System.out.print('w');
                System.out.flush();
            }
        }
    }
}
