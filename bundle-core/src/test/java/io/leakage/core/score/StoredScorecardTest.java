package io.leakage.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Absent;
import io.leakage.api.score.ChildRow;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Progress;
import io.leakage.api.score.WireStrategy;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.event.Rows;
import io.leakage.testing.Garbage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StoredScorecardTest {
    private final StoredScorecard card = new StoredScorecard(new HeapScoreStore("heap"));
    private final LeakageEvent event = new LeakageEvent();
    private final Rows rows = new Rows();

    @Test
    void aParentIsFoundByEveryIdItsDropCopyHasShown() {
        named(NameKind.ORDER, 0, "P-1");
        named(NameKind.ORDER, 1, "C-1");
        named(NameKind.ORDER, 2, "C-1-replaced");
        named(NameKind.TEXT, 0, "venue-order-77");
        named(NameKind.TEXT, 1, "XNAS");
        parent(0, 0);
        child(0, 1, Absent.NAME);
        child(0, 2, 0);
        card.flush();

        assertEquals(0, card.find("P-1"));
        assertEquals(0, card.find("C-1"));
        assertEquals(0, card.find("C-1-replaced"));
        assertEquals(0, card.find("venue-order-77"));
        assertEquals(-1, card.find("XNAS"), "a venue is no order");
        assertEquals(-1, card.find("nobody"));
    }

    @Test
    void aStrategyHasTheNameThatSomebodyTellsElseItsTagAndValue() {
        named(NameKind.TEXT, 0, "1003");
        named(NameKind.TEXT, 1, "9001=SNIP");
        named(NameKind.TEXT, 2, "EMBR");
        assertEquals("847=1003", card.strategy(-1, 0));
        assertEquals("9001=SNIP", card.strategy(2, 1));
        assertNull(card.strategy(2, -1));

        card.strategies((broker, strategy) -> strategy.equals(new WireStrategy(847, "1003")) ? broker + " seeker" : null);
        assertEquals("EMBR seeker", card.strategy(2, 0));
        assertEquals(" seeker", card.strategy(-1, 0));
        assertEquals("9001=SNIP", card.strategy(2, 1));
    }

    @Test
    void aBatchShowsAParentsLastRow() {
        parent(0, 10);
        parent(1, 20);
        parent(0, 11);
        assertFalse(card.read(0, new ParentRow()), "not before the batch is over");
        card.flush();

        ParentRow read = new ParentRow();
        assertEquals(2, card.parents());
        assertTrue(card.read(0, read));
        assertEquals(11, read.order());
    }

    @Test
    void moreParentsThanABatchHoldsAreShownAllTheSame() {
        for (int i = 0; i < 3000; i++) {
            parent(i, i);
        }
        card.flush();

        ParentRow read = new ParentRow();
        for (int i = 0; i < 3000; i++) {
            assertTrue(card.read(i, read));
            assertEquals(i, read.order());
        }
    }

    @Test
    void aMillionExecutionsKeepTheirNamesInFortyMegabytes() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        long before = runtime.totalMemory() - runtime.freeMemory();
        for (int i = 0; i < 1_000_000; i++) {
            named(NameKind.EXECUTION, i, "20200130-XNAS-" + i);
        }
        System.gc();
        long used = runtime.totalMemory() - runtime.freeMemory() - before;

        // 20 bytes of text and 8 of place are 28 MB
        assertTrue(used < 40_000_000, used + " bytes");
        assertEquals("20200130-XNAS-999999", card.text(NameKind.EXECUTION, 999_999));
        assertNull(card.text(NameKind.EXECUTION, 1_000_000));
        assertNull(card.text(NameKind.ORDER, 0));
        assertNull(card.text(NameKind.ORDER, -1));
    }

    @Test
    void tenThousandOrdersAreFoundThoughTheIndexGrew() {
        for (int i = 0; i < 10_000; i++) {
            named(NameKind.ORDER, i, "order " + i);
            parent(i % 100, i);
        }

        for (int i = 0; i < 10_000; i++) {
            assertEquals(i % 100, card.find("order " + i));
        }
    }

    @Test
    void progressIsWhatTheOutletSaidLast() {
        assertEquals(new Progress(0, 0, 0, Absent.LONG, Absent.LONG, 0, 0, 0, 0), card.progress());
        card.progress(1, 2, 3, 4, 5, 6, 7, 8, 9);

        assertEquals(new Progress(1, 2, 3, 4, 5, 6, 7, 8, 9), card.progress());
    }

    @Test
    void takingRowsLeavesNoGarbage() {
        assertEquals(0, Garbage.bytesOf(5, () -> take(20_000)));
    }

    private void take(int times) {
        for (int i = 0; i < times; i++) {
            parent(i % 200, 1);
            if (i % 8 == 0) {
                card.flush();
                card.progress(i, i, i, i, i, 0, 0, 0, 0);
            }
        }
    }

    private void named(NameKind kind, int name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        event.kind(EventKind.NAMED);
        event.nameKind(kind);
        event.name = name;
        System.arraycopy(bytes, 0, event.text(), 0, bytes.length);
        event.textLength = bytes.length;
        event.rows(null);
        card.take(event);
    }

    private void parent(int number, int order) {
        event.kind(EventKind.ORDER);
        event.rows(rows);
        rows.clear();
        ParentRow row = rows.addParent();
        row.number(number);
        row.order(order);
        card.take(event);
    }

    private void child(int parent, int order, int orderId) {
        event.kind(EventKind.ORDER);
        event.rows(rows);
        rows.clear();
        ChildRow row = rows.addChild();
        row.parent(parent);
        row.order(order);
        row.orderId(orderId);
        card.take(event);
    }
}
