package io.leakage.ui.jface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.odell.glazedlists.BasicEventList;
import ca.odell.glazedlists.EventList;
import ca.odell.glazedlists.GlazedLists;
import io.leakage.api.host.OrderRef;
import io.leakage.api.score.Measure;
import io.leakage.ui.RecordedScorecard;
import io.leakage.ui.WindowProcess;
import io.leakage.ui.column.DirtyOrders;
import io.leakage.ui.column.LeakageColumns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class JFaceColumnsTest {
    @Test
    void aWindowOfAHostOnJFaceShowsTheColumnsAndFollowsChangesOnTheDisplaysThread() throws Exception {
        Path picture = Path.of("target", "jface-columns.png");
        Files.deleteIfExists(picture);

        // SWT throws where another thread than the display's touches a widget
        String printed = WindowProcess.run(JFaceWindow.class, picture.toString());

        assertTrue(printed.contains("before | P-1 | ○ ? | 2.9997 | 300.00 | 2.9997 |"), printed);
        assertTrue(printed.contains("before | P-2 | ■ R | – | – | 4.2000 |"), printed);
        assertTrue(printed.contains("after | P-1 | ○ ? | 2.9997 | 300.00 | 5.0000 |"), printed);
        assertTrue(Files.size(picture) > 1_000, "nothing painted");
    }

    @Test
    void aGlazedListIsToldOfChangedElementsOnItsOwnThread() throws Exception {
        RecordedScorecard scorecard = new RecordedScorecard();
        DirtyOrders dirty = new DirtyOrders();
        scorecard.golden("P-1");
        scorecard.golden("P-2");
        EventList<String> list = new BasicEventList<>();
        list.addAll(List.of("P-1", "P-2"));
        BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
        BlockingQueue<Integer> updated = new LinkedBlockingQueue<>();
        try (LeakageColumns columns = new LeakageColumns(scorecard, dirty);
                GlazedColumns<String> format = new GlazedColumns<>(list, tasks::add, columns, OrderRef::clOrdId, "grade", "drift")) {
            assertEquals(2, format.getColumnCount());
            assertEquals("Drift", format.getColumnName(1));
            assertEquals("2.9997", format.getColumnValue("P-2", 1));
            list.addListEventListener(change -> {
                while (change.next()) {
                    updated.add(change.getIndex());
                }
            });

            dirty.onScore(scorecard.change(1, row -> RecordedScorecard.point(row, Measure.DRIFT, 5)));
            Runnable task = tasks.take();
            assertTrue(updated.isEmpty(), "before the list's thread runs nothing is touched");
            task.run();

            assertEquals(List.of(1), List.copyOf(updated));
            assertEquals("5.0000", GlazedLists.eventListOf(format.getColumnValue(list.get(1), 1)).get(0));
            assertThrows(IllegalArgumentException.class,
                    () -> new GlazedColumns<>(list, tasks::add, columns, OrderRef::clOrdId, "nonsense"));
        }
    }
}
