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

    /** {@return what is missing in this folder and on this path, and how to get it; empty when nothing is} */
    static String missing(Path folder, String path) {
        for (Path needed : List.of(Path.of("node_modules", "playwright-core"), Path.of("node_modules", "axe-core", "axe.min.js"))) {
            if (!Files.exists(folder.resolve(needed))) {
                return "no " + folder.resolve(needed) + "; run npm ci --ignore-scripts in itests/browser";
            }
        }
        return in(path, "node").isEmpty() ? "no node in PATH; install nodejs"
                : chromium(path).isEmpty() ? "no chromium in PATH; install chromium" : "";
    }

    /** Starts it. */
    static Chromium start() throws IOException {
        String path = System.getenv("PATH");
        Path driver = Files.createDirectories(Path.of("target", "driver")).toAbsolutePath();
        link(driver.resolve("package"), Path.of("node_modules", "playwright-core").toAbsolutePath());
        link(driver.resolve("node"), in(path, "node").orElseThrow());
        System.setProperty("playwright.cli.dir", driver.toString());
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(chromium(path).orElseThrow())
                .setHeadless(true).setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));
        return new Chromium(playwright, browser);
    }

    Browser browser() {
        return browser;
    }

    private static Optional<Path> chromium(String path) {
        return in(path, "chromium").or(() -> in(path, "chromium-browser")).or(() -> in(path, "google-chrome"));
    }

    private static Optional<Path> in(String path, String program) {
        return Arrays.stream(path.split(":")).map(folder -> Path.of(folder, program)).filter(Files::isExecutable).findFirst();
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
