package io.leakage.itests.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.ColorScheme;
import io.leakage.api.event.Side;
import io.leakage.api.score.Grade;
import io.leakage.api.score.Measure;
import io.leakage.ui.RecordedScorecard;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * What the board costs the browser when every one of 300 rows changes ten times a second. No test: it is run by its name alone, and prints
 * what it saw beside the goals.
 * <pre>  mvn -q test -pl itests/browser -am -Dtest=BoardBenchmark -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
class BoardBenchmark extends OpenedBoard {
    private static final int PARENTS = 300;
    private static final int WINDOWS = 4;
    private static final int WINDOW_MILLIS = 10_000;
    private static final double MEGABYTE = 1 << 20;

    @Test
    void threeHundredRowsTenTimesASecond() {
        for (int i = 0; i < PARENTS; i++) {
            order("P-" + i, "SYM" + i, i % 2 == 0 ? Side.BUY : Side.SELL, 50_000, 10_000, Grade.values()[i % 4], 1 + i / 100.0, 100 + i, row -> { });
        }
        open(ColorScheme.LIGHT, 1600, 1000);
        see(cell("P-0", "symbol"), "SYM0");
        page.evaluate("window.frames60 = 0; (function frame() { window.frames60++; requestAnimationFrame(frame); })()");
        CDPSession devtools = context.newCDPSession(page);
        devtools.send("Performance.enable");
        ScheduledExecutorService market = Executors.newSingleThreadScheduledExecutor();
        market.scheduleAtFixedRate(this::moveAll, 0, 100, TimeUnit.MILLISECONDS);
        page.waitForTimeout(3_000);   // the first moments compile and lay out
        try {
            for (int i = 0; i < WINDOWS; i++) {
                measure(devtools);
            }
        } finally {
            market.shutdownNow();
        }
        System.out.println("goals: ≥ 58 frames/s, ≤ 2 s busy in 10 s, ≤ 20 MB heap");
    }

    private int step;

    private void moveAll() {
        step++;
        for (int i = 0; i < PARENTS; i++) {
            double by = step + i / 1000.0;
            dirty.onScore(scorecard.change(i, row -> {
                for (int m = 0; m < Measure.count(); m++) {
                    RecordedScorecard.point(row, Measure.at(m), by);
                }
            }));
        }
    }

    private void measure(CDPSession devtools) {
        double busy = metric(devtools, "TaskDuration");
        double script = metric(devtools, "ScriptDuration");
        double frames = ((Number) page.evaluate("window.frames60")).doubleValue();
        String cell = cell("P-0", "drift").textContent();
        long began = System.nanoTime();
        page.waitForTimeout(WINDOW_MILLIS);
        double seconds = (System.nanoTime() - began) / 1e9;
        double shown = ((Number) page.evaluate("window.frames60")).doubleValue() - frames;
        double busyNow = metric(devtools, "TaskDuration") - busy;
        double scriptNow = metric(devtools, "ScriptDuration") - script;
        double used = metric(devtools, "JSHeapUsedSize") / MEGABYTE;
        devtools.send("HeapProfiler.collectGarbage");
        double kept = metric(devtools, "JSHeapUsedSize") / MEGABYTE;
        System.out.printf(Locale.ROOT, "%.1f frames/s, %.2f s busy in 10 s (script %.2f s), heap %.1f MB, %.1f MB of it kept; drift %s to %s%n",
                shown / seconds, busyNow * 10 / seconds, scriptNow * 10 / seconds, used, kept, cell, cell("P-0", "drift").textContent());
    }

    private static double metric(CDPSession devtools, String name) {
        JsonObject answer = devtools.send("Performance.getMetrics");
        for (var metric : answer.getAsJsonArray("metrics")) {
            if (name.equals(metric.getAsJsonObject().get("name").getAsString())) {
                return metric.getAsJsonObject().get("value").getAsDouble();
            }
        }
        throw new AssertionError("no metric " + name);
    }
}
