package io.leakage.ui.jface;

import io.leakage.api.event.Side;
import io.leakage.api.host.OrderRef;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Grade;
import io.leakage.api.score.Measure;
import io.leakage.api.score.Status;
import io.leakage.ui.RecordedScorecard;
import io.leakage.ui.column.DirtyOrders;
import io.leakage.ui.column.LeakageColumns;
import java.util.List;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** A host's window with a JFace table: prints what its cells say before and after a change that another thread tells of. */
final class JFaceWindow {
    private JFaceWindow() {
    }

    public static void main(String[] arguments) {
        RecordedScorecard scorecard = new RecordedScorecard();
        DirtyOrders dirty = new DirtyOrders();
        scorecard.golden("P-1");
        int second = scorecard.begin("P-2", "equities-us", "NVDA", Side.SELL, 500);
        scorecard.change(second, row -> {
            row.grade(Grade.RED);
            row.score(Measure.DRIFT, 4.2, 3.9, 4.5, Status.DEGRADED, Flag.MD_GAP.bit());
        });
        Display display = new Display();
        Shell shell = new Shell(display);
        shell.setLayout(new FillLayout());
        shell.setText("A host on JFace");
        TableViewer viewer = new TableViewer(shell, SWT.FULL_SELECTION | SWT.BORDER);
        viewer.getTable().setHeaderVisible(true);
        viewer.getTable().setLinesVisible(true);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        TableViewerColumn own = new TableViewerColumn(viewer, SWT.LEFT);
        own.getColumn().setText("My id");
        own.getColumn().setWidth(90);
        own.setLabelProvider(new ColumnLabelProvider());
        try (LeakageColumns columns = new LeakageColumns(scorecard, dirty);
                JFaceColumns leakage = new JFaceColumns(viewer, columns, id -> OrderRef.clOrdId((String) id))) {
            leakage.add("grade", "arrival_slippage", "leakage_cost", "drift", "quality");
            viewer.setInput(List.of("P-1", "P-2"));
            shell.setSize(900, 220);
            shell.open();
            print("before", viewer);
            Thread told = new Thread(() -> dirty.onScore(scorecard.change(0, row -> RecordedScorecard.point(row, Measure.DRIFT, 5))));
            told.start();
            while (!viewer.getTable().getItem(0).getText(4).equals("5.0000")) {
                if (!display.readAndDispatch()) {
                    display.sleep();
                }
            }
            print("after", viewer);
            paint(display, shell, arguments[0]);
        }
        display.dispose();
    }

    private static void print(String when, TableViewer viewer) {
        for (int i = 0; i < viewer.getTable().getItemCount(); i++) {
            StringBuilder line = new StringBuilder(when);
            for (int column = 0; column < viewer.getTable().getColumnCount(); column++) {
                line.append(" | ").append(viewer.getTable().getItem(i).getText(column));
            }
            System.out.println(line);
        }
    }

    private static void paint(Display display, Shell shell, String file) {
        for (int i = 0; i < 200; i++) {
            display.readAndDispatch();
        }
        shell.update();
        Image image = new Image(display, shell.getSize().x, shell.getSize().y);
        GC screen = new GC(display);
        screen.copyArea(image, shell.getLocation().x, shell.getLocation().y);
        screen.dispose();
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {image.getImageData()};
        loader.save(file, SWT.IMAGE_PNG);
        image.dispose();
    }
}
