package io.leakage.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Benchmarks whose sizes can be told, with tiny ones: they run, their contestants agree, and each tells its figures. */
class TinyBenchmarksTest {
    private static final Map<String, String> SIZES = Map.of("symbols", "300", "live", "20000", "messages", "3000", "quotes", "2000",
            "rows", "40000", "hours", "1", "parents", "30");

    @BeforeAll
    static void sizesAreReadWhenABenchmarkIsLoaded() {
        SIZES.forEach(System::setProperty);
    }

    @Test
    void aReplayTellsItsPaceAndWhatElseTheMachineDid() throws Exception {
        Report report = new ReplayBenchmark().run();

        assertTrue(report.value("replay", "CPU ns/event") > 0);
        assertTrue(report.value("replay, its second half", "M events/s of CPU") > 0);
        assertTrue(report.value("the machine", "cores") >= 1);
    }

    @Test
    void theArchivesTailTellsItsPaceByEventAndByRecord() throws Exception {
        Report report = new ArchiveBenchmark().run();

        double events = report.value("archive tail", "M events/s");
        double perEvent = report.value("records told", "an event");
        assertTrue(events > 0 && perEvent > 0, report::table);
        assertEquals(events * perEvent, report.value("archive tail", "M records/s"), 1e-9);
    }

    @Test
    void theQueryAnswersAsDuckDbAloneDoes() throws Exception {
        Report report = new QueryBenchmark().run();   // throws when answers differ

        assertEquals(List.of("s", "s", "s", "s", "s", "s"), report.figures().stream().map(Figure::unit).filter("s"::equals).toList());
    }

    @Test
    void twoHoursOfAMarketLeaveNoDescriptorAndNoThreadBehindAndLoseNothing() throws Exception {
        Report report = new SoakBenchmark().run();

        assertTrue(report.value("descriptors more", "") <= 0, report::table);
        assertTrue(report.value("threads more", "") <= 0, report::table);
        assertEquals(0, report.value("events not applied", ""));
        assertEquals(30 * 12 * 2, report.value("own executions", ""));
    }
}
