package io.leakage.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostApiTest {
    @TempDir
    private Path folder;

    @Test
    void theApiKeepsItsVersionsAndLosesItsDirectives() throws IOException {
        Path core = jar("io.leakage.api.event;version=\"1.0.0\",io.leakage.api.host;version=\"1.2.0\";uses:=\"io.leakage.api.score,"
                + "io.leakage.api.event\",io.leakage.api.score;uses:=\"io.leakage.api.event\";version=\"1.1.0\",other;version=\"9\"");

        assertEquals("io.leakage.api.event;version=\"1.0.0\",io.leakage.api.host;version=\"1.2.0\",io.leakage.api.score;version=\"1.1.0\"",
                HostApi.packages(core));
    }

    @Test
    void aJarWithoutExportsIsRefused() throws IOException {
        Path other = jar(null);

        assertThrows(IOException.class, () -> HostApi.packages(other));
    }

    private Path jar(String exports) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (exports != null) {
            manifest.getMainAttributes().putValue("Export-Package", exports);
        }
        Path jar = folder.resolve("core.jar");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }
}
