package io.leakage.itests.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import io.leakage.api.event.Side;
import io.leakage.api.score.Grade;
import io.leakage.api.score.Measure;
import io.leakage.ui.RecordedScorecard;
import io.leakage.ui.web.LeakageServlet;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
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
    private static final String BARE = """
            <!doctype html><html lang="en"><title>AG Grid</title><link rel="icon" href="icon.svg">
            <div id="grid" style="height: 900px"></div>
            <script type="module">import { bare } from './bare.js'; bare(document.getElementById('grid'), 300, 100, '');</script></html>""";

    @Test
    void threeHundredRowsTenTimesASecond() {
        for (int i = 0; i < PARENTS; i++) {
            order("P-" + i, "SYM" + i, i % 2 == 0 ? Side.BUY : Side.SELL, 50_000, 10_000, Grade.values()[i % 4], 1 + i / 100.0, 100 + i, row -> { });
        }
        open(ColorScheme.LIGHT, 1600, 1000);
        see(cell("P-0", "symbol"), "SYM0");
        CDPSession devtools = count();
        ScheduledExecutorService market = Executors.newSingleThreadScheduledExecutor();
        market.scheduleAtFixedRate(this::moveAll, 0, 100, TimeUnit.MILLISECONDS);
        page.waitForTimeout(3_000);   // the first moments compile and lay out
        try {
            for (int i = 0; i < WINDOWS; i++) {
                measure("the board", devtools, cell("P-0", "drift"));
            }
            profile(devtools);
        } finally {
            market.shutdownNow();
        }
        bare();
        System.out.println("goals: ≥ 58 frames/s, ≤ 2 s of the main thread in 10 s, ≤ 20 MB heap");
    }

    /** The grid alone, as many rows and as often, fed from within the page. */
    private void bare() {
        context.close();
        open(new Browser.NewContextOptions().setViewportSize(1600, 1000));
        page.navigate(server.base() + "/bare.html");
        see(page.locator(".ag-row[row-id='0'] [col-id='c0']"), ".00");
        CDPSession devtools = count();
        page.waitForTimeout(3_000);
        for (int i = 0; i < 2; i++) {
            measure("the grid alone", devtools, page.locator(".ag-row[row-id='0'] [col-id='c0']"));
        }
    }

    private CDPSession count() {
        page.evaluate("window.frames60 = 0; (function frame() { window.frames60++; requestAnimationFrame(frame); })()");
        CDPSession devtools = context.newCDPSession(page);
        devtools.send("Performance.enable");
        cpu = context.newCDPSession(page);
        JsonObject ticks = new JsonObject();
        ticks.addProperty("timeDomain", "threadTicks");
        cpu.send("Performance.enable", ticks);
        return devtools;
    }

    @Override
    Servlet servlet() {
        return new LeakageServlet(scorecard, columns, false, 8) {
            private static final long serialVersionUID = 1L;

            @Override
            public void service(ServletRequest asked, ServletResponse answer) throws IOException, ServletException {
                String path = ((HttpServletRequest) asked).getRequestURI();
                if (path.endsWith("/bare.html")) {
                    answer.setContentType("text/html;charset=utf-8");
                    answer.getWriter().write(BARE);
                } else if (path.endsWith("/bare.js")) {
                    answer.setContentType("text/javascript");
                    try (InputStream grid = LeakageServlet.class.getResourceAsStream("bare.js")) {
                        answer.getOutputStream().write(grid.readAllBytes());
                    }
                } else {
                    super.service(asked, answer);
                }
            }
        };
    }

    /** Where the main thread spends its time, with {@code -Dleakage.profile=true}. */
    private void profile(CDPSession devtools) {
        if (!Boolean.getBoolean("leakage.profile")) {
            return;
        }
        devtools.send("Profiler.enable");
        devtools.send("Profiler.start");
        page.waitForTimeout(WINDOW_MILLIS);
        JsonObject profile = devtools.send("Profiler.stop").getAsJsonObject("profile");
        Map<Integer, String> names = new HashMap<>();
        for (JsonElement node : profile.getAsJsonArray("nodes")) {
            JsonObject frame = node.getAsJsonObject().getAsJsonObject("callFrame");
            names.put(node.getAsJsonObject().get("id").getAsInt(), frame.get("functionName").getAsString() + " "
                    + frame.get("url").getAsString().replaceAll(".*/", "") + ":" + frame.get("lineNumber") + ":"
                    + frame.get("columnNumber"));
        }
        Map<String, Long> micros = new HashMap<>();
        JsonArray samples = profile.getAsJsonArray("samples");
        for (int i = 0; i < samples.size(); i++) {
            micros.merge(names.get(samples.get(i).getAsInt()), profile.getAsJsonArray("timeDeltas").get(i).getAsLong(), Long::sum);
        }
        micros.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed()).limit(30)
                .forEach(one -> System.out.printf(Locale.ROOT, "%8.1f ms  %s%n", one.getValue() / 1e3, one.getKey()));
    }

    /** Tells what the page's thread ran; the other tells what passed meanwhile, whoever else had the core. */
    private CDPSession cpu;
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

    private void measure(String what, CDPSession devtools, Locator shownCell) {
        double busy = DevTools.metric(devtools, "TaskDuration");
        double ran = DevTools.metric(cpu, "TaskDuration");
        double script = DevTools.metric(devtools, "ScriptDuration");
        double frames = ((Number) page.evaluate("window.frames60")).doubleValue();
        String cell = shownCell.textContent();
        long began = System.nanoTime();
        page.waitForTimeout(WINDOW_MILLIS);
        double seconds = (System.nanoTime() - began) / 1e9;
        double shown = ((Number) page.evaluate("window.frames60")).doubleValue() - frames;
        double busyNow = DevTools.metric(devtools, "TaskDuration") - busy;
        double scriptNow = DevTools.metric(devtools, "ScriptDuration") - script;
        double ranNow = DevTools.metric(cpu, "TaskDuration") - ran;
        double used = DevTools.metric(devtools, "JSHeapUsedSize") / MEGABYTE;
        devtools.send("HeapProfiler.collectGarbage");
        double kept = DevTools.metric(devtools, "JSHeapUsedSize") / MEGABYTE;
        System.out.printf(Locale.ROOT, "%s: %.1f frames/s, the page's thread ran %.2f s in 10 s (%.2f s passed in its tasks, %.2f s in script), heap %.1f MB, %.1f MB of it kept; "
                + "a cell from %s to %s%n",
                what, shown / seconds, ranNow * 10 / seconds, busyNow * 10 / seconds, scriptNow * 10 / seconds, used, kept, cell, shownCell.textContent());
    }
}
