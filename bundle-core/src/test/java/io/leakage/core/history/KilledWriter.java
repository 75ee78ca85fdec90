package io.leakage.core.history;

import java.nio.file.Path;

/** A process that writes until it is killed; it says {@code w} once some segments are full. */
final class KilledWriter {
    private KilledWriter() {
    }

    public static void main(String[] arguments) {
        Journal journal = Journal.open(Path.of(arguments[0]), "numbers 1", 1 << 16);
        for (int i = 0;; i++) {
            DamageTest.append(journal, i);
            if (i == 5000) {
                System.out.print('w');
                System.out.flush();
            }
        }
    }
}
