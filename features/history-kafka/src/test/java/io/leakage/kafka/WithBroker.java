package io.leakage.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Tests with one real broker for all of a class. */
abstract class WithBroker {
    @TempDir
    static Path folder;
    static Broker broker;

    @BeforeAll
    static void begin() throws IOException, InterruptedException {
        broker = new Broker(Files.createDirectory(folder.resolve("broker")));
    }

    @AfterAll
    static void end() {
        broker.close();
    }
}
