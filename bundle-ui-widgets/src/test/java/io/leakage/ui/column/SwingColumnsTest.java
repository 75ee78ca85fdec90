package io.leakage.ui.column;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import io.leakage.api.host.ColumnSpec;
import io.leakage.api.host.OrderRef;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Grade;
import io.leakage.api.score.Measure;
import io.leakage.api.score.Status;
import io.leakage.ui.RecordedScorecard;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import javax.swing.table.DefaultTableModel;
import javax.swing.table.JTableHeader;
import javax.swing.table.TableColumn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SwingColumnsTest {
    private static final String[] SHOWN = {"grade", "arrivalMid", "arrival_slippage", "leakage_cost", "drift", "pre_trade_leakage",
            "post_trade_drift_1s", "quality"};
    private static final int HOST_COLUMNS = 2;

    private final RecordedScorecard scorecard = new RecordedScorecard();
    private final DirtyOrders dirty = new DirtyOrders();
    private final LeakageColumns columns = new LeakageColumns(scorecard, dirty);
    private final BlockingQueue<Rectangle> repainted = new LinkedBlockingQueue<>();
    private final DefaultTableModel model = new DefaultTableModel(new Object[]{"My id", "Trader"}, 0);
    private final JTable table = new JTable(model) {
        private static final long serialVersionUID = 1L;

        @Override
        public void repaint(int x, int y, int width, int height) {
            super.repaint(x, y, width, height);
            if (repainted != null) {
                assertTrue(SwingUtilities.isEventDispatchThread());
                repainted.add(new Rectangle(x, y, width, height));
            }
        }
    };
    private SwingColumns swing;

    @AfterEach
    void close() throws Exception {
        if (swing != null) {
            swing.close();
        }
        columns.close();
    }

    @Test
    void theHostsTableShowsItsOwnColumnsAndOurs() throws Exception {
        day();
        open();

        assertEquals("2.9997", cell(0, "arrival_slippage").getText());
        assertEquals("300.00", cell(0, "leakage_cost").getText());
        assertEquals("–", cell(0, "post_trade_drift_1s").getText());
        assertEquals("■ R", cell(1, "grade").getText());
        assertEquals("-12,345.68", cell(1, "leakage_cost").getText());
        assertEquals("P-1", table.getValueAt(0, 0));
        assertEquals(JLabel.TRAILING, cell(0, "drift").getHorizontalAlignment());
        ImageIO.write(painted(), "png", new File("target/swing-columns.png"));
    }

    @Test
    void whatIsNotValidIsPaler() throws Exception {
        day();
        open();

        assertEquals(table.getForeground(), cell(0, "drift").getForeground());
        Color pale = cell(1, "drift").getForeground();
        assertNotEquals(table.getForeground(), pale);
        assertEquals("4.2000", cell(1, "drift").getText());
    }

    @Test
    void aPaintedRowHasInkInEveryColumn() throws Exception {
        day();
        open();
        BufferedImage image = painted();
        int header = table.getTableHeader().getHeight();

        for (int column = 0; column < table.getColumnCount(); column++) {
            Rectangle cell = table.getCellRect(0, column, false);
            cell.translate(0, header);
            assertTrue(hasInk(image, cell), "nothing painted in column " + table.getColumnName(column));
        }
    }

    @Test
    void anOrderNobodyKnowsHasDashes() throws Exception {
        model.addRow(new Object[]{"P-9", "ann"});
        model.addRow(new Object[]{null, "a row without an order"});
        open();

        assertEquals("–", cell(0, "grade").getText());
        assertEquals("–", cell(1, "drift").getText());
        assertNull(cell(1, "drift").getToolTipText(null));
    }

    @Test
    void theTooltipExplainsTheCell() throws Exception {
        day();
        open();

        String tip = cell(1, "drift").getToolTipText(null);

        assertTrue(tip.contains("the truth lies between 3.9000 and 4.5000"), tip);
        assertTrue(tip.contains("market data was lost"), tip);
    }

    @Test
    void aSymbolThatLooksLikeMarkupIsShownAsItIs() throws Exception {
        scorecard.begin("P-1", null, "<html><h1>X", Side.BUY, 1);
        model.addRow(new Object[]{"P-1", "ann"});
        swing = new SwingColumns(table, columns, this::order);
        swing.add("symbol");

        JLabel cell = cell(0, "symbol");

        assertEquals("<html><h1>X", cell.getText());
        assertNull(cell.getClientProperty("html"));
    }

    @Test
    void ourCellsCannotBeEdited() throws Exception {
        day();
        open();

        assertFalse(table.editCellAt(0, HOST_COLUMNS));
        assertTrue(table.editCellAt(0, 0));
    }

    @Test
    void onlyTheChangedRowIsRepaintedAndOnSwingsThread() throws Exception {
        day();
        open();
        SwingUtilities.invokeAndWait(() -> table.setSize(table.getPreferredSize()));
        repainted.clear();

        dirty.onScore(scorecard.change(1, row -> { }));

        assertEquals(table.getCellRect(1, 0, true).y, repainted.take().y);
        SwingUtilities.invokeAndWait(() -> { });
        assertTrue(repainted.isEmpty());
    }

    @Test
    void aColumnThatDoesNotExistIsRefusedByName() {
        swing = new SwingColumns(table, columns, this::order);

        var e = assertThrows(IllegalArgumentException.class, () -> swing.add("colour"));
        assertTrue(e.getMessage().endsWith("got colour"), e.getMessage());
    }

    @Test
    void theStandardColumnsAreAddedWhenNoneIsNamed() {
        swing = new SwingColumns(table, columns, this::order);

        List<String> standard = columns.columns().stream().filter(ColumnSpec::standard).map(ColumnSpec::id).toList();

        assertEquals(standard, swing.add().stream().map(TableColumn::getIdentifier).toList());
    }

    private void day() {
        scorecard.golden("P-1");
        int red = scorecard.begin("P-2", "equities-us", "OTHR", Side.SELL, 50_000);
        scorecard.change(red, row -> {
            row.grade(Grade.RED);
            RecordedScorecard.point(row, Measure.LEAKAGE_COST, -12_345.678);
            RecordedScorecard.point(row, Measure.ARRIVAL_SLIPPAGE, -0.00001);
            row.score(Measure.DRIFT, 4.2, 3.9, 4.5, Status.DEGRADED, Flag.MD_GAP.bit());
        });
        model.addRow(new Object[]{"P-1", "ann"});
        model.addRow(new Object[]{"P-2", "bob"});
    }

    private void open() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            swing = new SwingColumns(table, columns, this::order);
            swing.add(SHOWN);
        });
    }

    private OrderRef order(int modelRow) {
        Object id = model.getValueAt(modelRow, 0);
        return id == null ? null : OrderRef.clOrdId(id.toString());
    }

    private JLabel cell(int row, String column) throws Exception {
        AtomicReference<JLabel> cell = new AtomicReference<>();
        int place = table.getColumnModel().getColumnIndex(column);
        SwingUtilities.invokeAndWait(() -> cell.set((JLabel) table.prepareRenderer(table.getCellRenderer(row, place), row, place)));
        return cell.get();
    }

    private BufferedImage painted() throws Exception {
        AtomicReference<BufferedImage> painted = new AtomicReference<>();
        SwingUtilities.invokeAndWait(() -> {
            JTableHeader header = table.getTableHeader();
            Dimension size = table.getPreferredSize();
            table.setSize(size);
            table.doLayout();
            header.setSize(size.width, header.getPreferredSize().height);
            header.doLayout();
            BufferedImage image = new BufferedImage(size.width, size.height + header.getHeight(), BufferedImage.TYPE_INT_RGB);
            Graphics2D ink = image.createGraphics();
            ink.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            header.paint(ink);
            ink.translate(0, header.getHeight());
            table.paint(ink);
            ink.dispose();
            painted.set(image);
        });
        return painted.get();
    }

    private static boolean hasInk(BufferedImage image, Rectangle cell) {
        for (int y = cell.y; y < cell.y + cell.height; y++) {
            for (int x = cell.x; x < cell.x + cell.width; x++) {
                if ((image.getRGB(x, y) & 0xFF) < 0xA0) {
                    return true;
                }
            }
        }
        return false;
    }
}
