package io.leakage.itests.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * The system's Chromium behind Playwright. The driver is npm's {@code playwright-core} run by the system's Node.js, laid out below
 * {@code target/} as Playwright expects it; nothing is downloaded here.
 */
final class Chromium implements AutoCloseable {
    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts it, or skips the test and says what is missing. */
    static Chromium start() throws IOException {
        Path core = Path.of("node_modules", "playwright-core").toAbsolutePath();
        Assumptions.assumeTrue(Files.isDirectory(core), "skipped: no " + core + "; run npm ci --ignore-scripts in itests/browser");
        Optional<Path> node = inPath("node");
        Assumptions.assumeTrue(node.isPresent(), "skipped: no node in PATH; install nodejs");
        Optional<Path> chromium = inPath("chromium").or(() -> inPath("chromium-browser")).or(() -> inPath("google-chrome"));
        Assumptions.assumeTrue(chromium.isPresent(), "skipped: no chromium in PATH; install chromium");

        Path driver = Files.createDirectories(Path.of("target", "driver")).toAbsolutePath();
        link(driver.resolve("package"), core);
        link(driver.resolve("node"), node.get());
        System.setProperty("playwright.cli.dir", driver.toString());
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(chromium.get())
                .setHeadless(true).setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));
        return new Chromium(playwright, browser);
    }

    Browser browser() {
        return browser;
    }

    private static Optional<Path> inPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, program)).filter(Files::isExecutable)
                .findFirst();
    }

    private static void link(Path from, Path to) throws IOException {
        Files.deleteIfExists(from);
        Files.createSymbolicLink(from, to);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
