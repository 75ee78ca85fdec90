package io.leakage.marketdata.tape;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Recordings of real venues, which lie beside the checkout or not at all. */
public final class RealData {
    private RealData() {
    }

    /** {@return a file or folder of the recordings; the test is skipped when it is not there} */
    public static Path path(String name) {
        Path path = Path.of(System.getProperty("leakage.data", "."), name);
        Assumptions.assumeTrue(Files.exists(path), () -> "no recording at " + path);
        return path;
    }
}
