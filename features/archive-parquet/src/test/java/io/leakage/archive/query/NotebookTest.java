package io.leakage.archive.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.leakage.ui.RecordedDecisions;
import io.leakage.ui.RecordedPastDays;
import io.leakage.ui.RecordedScorecard;
import io.leakage.ui.column.DirtyOrders;
import io.leakage.ui.column.LeakageColumns;
import io.leakage.ui.web.DeskServer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The notebook, cell by cell, with Debian's pandas and matplotlib. */
class NotebookTest {
    private static final String PYTHON = "/usr/bin/python3";
    private static final Path NOTEBOOK = Path.of(System.getProperty("leakage.root"), "features", "archive-parquet", "docs",
            "leakage.ipynb");

    @TempDir
    Path folder;

    @Test
    void everyCellRunsAndEveryPictureShowsSomething() throws Exception {
        assumeTrue(hasPandas(), "python3-pandas or python3-matplotlib is not installed");
        Path archive = folder.resolve("archive");
        SmallArchive.write(archive);
        Path pictures = Files.createDirectories(Path.of(System.getProperty("leakage.pictures", folder.resolve("pictures").toString())));
        Path runner = folder.resolve("run_notebook.py");
        try (InputStream in = NotebookTest.class.getResourceAsStream("run_notebook.py")) {
            Files.copy(in, runner);
        }

        String said = run(archive, runner, pictures);

        assertEquals(List.of("Markout of fills by venue", "Cost of leaks by time of arrival", "Evidence against leak", "Evidence of P3",
                "Slippage from 2026-03-02 to today"), said.lines().toList());
        for (int i = 1; i <= 5; i++) {
            assertTrue(colours(pictures.resolve(i + ".png")) > 20, "picture " + i + " is blank");
        }
    }

    /** Beside the archive a service that has an order of yesterday and one of today. */
    private String run(Path archive, Path runner, Path pictures) throws Exception {
        RecordedScorecard scorecard = new RecordedScorecard();
        scorecard.golden("Y-1");
        scorecard.change(scorecard.golden("T-1"), row -> row.arrivalNanos(RecordedScorecard.ARRIVAL + 86_400_000_000_000L));
        LeakageColumns columns = new LeakageColumns(scorecard, new DirtyOrders());
        try (DeskServer server = new DeskServer(scorecard, columns, new RecordedDecisions(scorecard), null)) {
            server.past(new RecordedPastDays(scorecard));
            return run(archive, runner, pictures, server.base(), server.token("ada", "viewer", "*"));
        } finally {
            columns.close();
        }
    }

    private String run(Path archive, Path runner, Path pictures, String service, String token) throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(PYTHON, runner.toString(), NOTEBOOK.toString(), pictures.toString());
        command.environment().put("LEAKAGE_ARCHIVE", archive.toString());
        command.environment().put("LEAKAGE_URL", service);
        command.environment().put("LEAKAGE_TOKEN", token);
        command.environment().put("MPLCONFIGDIR", folder.resolve("matplotlib").toString());
        command.environment().put("LEAKAGE_QUERY", Path.of(System.getProperty("java.home"), "bin", "java") + " -cp "
                + System.getProperty("java.class.path") + " " + Query.class.getName());
        Path errors = folder.resolve("errors");
        Process python = command.redirectError(errors.toFile()).start();
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, python.waitFor(), Files.readString(errors));
        return said;
    }

    private static boolean hasPandas() throws InterruptedException {
        try {
            return new ProcessBuilder(PYTHON, "-c", "import pandas, matplotlib").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException e) {
            return false;   // no Python at all
        }
    }

    private static int colours(Path picture) throws IOException {
        BufferedImage image = ImageIO.read(picture.toFile());
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours.size();
    }
}
