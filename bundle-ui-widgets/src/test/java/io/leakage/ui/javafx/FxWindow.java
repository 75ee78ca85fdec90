package io.leakage.ui.javafx;

import io.leakage.api.event.Side;
import io.leakage.api.host.OrderRef;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Grade;
import io.leakage.api.score.Measure;
import io.leakage.api.score.Status;
import io.leakage.ui.RecordedScorecard;
import io.leakage.ui.column.DirtyOrders;
import io.leakage.ui.column.LeakageColumns;
import java.awt.image.BufferedImage;
import java.io.File;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** A host's window with a JavaFX table: prints what its cells say before and after a change, and which threads wrote them. */
final class FxWindow {
    private static final Set<String> WRITERS = ConcurrentHashMap.newKeySet();
    private static final RecordedScorecard SCORECARD = new RecordedScorecard();
    private static final DirtyOrders DIRTY = new DirtyOrders();
    private static final LeakageColumns COLUMNS = new LeakageColumns(SCORECARD, DIRTY);
    private static final CountDownLatch DONE = new CountDownLatch(1);

    private FxWindow() {
    }

    public static void main(String[] arguments) throws Exception {
        SCORECARD.golden("P-1");
        int second = SCORECARD.begin("P-2", "equities-us", "NVDA", Side.SELL, 500);
        SCORECARD.change(second, row -> {
            row.grade(Grade.RED);
            row.score(Measure.DRIFT, 4.2, 3.9, 4.5, Status.DEGRADED, Flag.MD_GAP.bit());
        });
        Platform.startup(() -> open(arguments[0]));
        DONE.await();
        COLUMNS.close();
        System.out.println("written by " + WRITERS);
        Platform.exit();
    }

    private static void open(String file) {
        TableView<String> table = new TableView<>();
        TableColumn<String, String> own = new TableColumn<>("My id");
        own.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue()));
        table.getColumns().add(own);
        FxColumns<String> leakage = new FxColumns<>(table, COLUMNS, OrderRef::clOrdId);
        leakage.add("grade", "arrival_slippage", "leakage_cost", "drift", "quality");
        table.getItems().addAll("P-1", "P-2");
        Stage stage = new Stage();
        stage.setTitle("A host on JavaFX");
        stage.setScene(new Scene(table, 900, 220));
        stage.show();
        table.applyCss();
        table.layout();
        print("before", table);
        watch(table, file, leakage);
        new Thread(() -> DIRTY.onScore(SCORECARD.change(0, row -> RecordedScorecard.point(row, Measure.DRIFT, 5)))).start();
    }

    /** A cell tells who writes it; once the change is seen, the window is painted and all ends. */
    private static void watch(TableView<String> table, String file, FxColumns<String> leakage) {
        for (Node node : table.lookupAll(".table-cell")) {
            ((TableCell<?, ?>) node).textProperty().addListener((property, was, is) -> {
                WRITERS.add(Thread.currentThread().getName());
                if ("5.0000".equals(is)) {
                    Platform.runLater(() -> end(table, file, leakage));
                }
            });
        }
    }

    private static void end(TableView<String> table, String file, FxColumns<String> leakage) {
        print("after", table);
        leakage.close();
        WritableImage image = table.getScene().snapshot(null);
        BufferedImage picture = new BufferedImage((int) image.getWidth(), (int) image.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                picture.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        try {
            ImageIO.write(picture, "png", new File(file));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        DONE.countDown();
    }

    private static void print(String when, TableView<String> table) {
        System.out.println(when + " " + table.lookupAll(".table-cell").stream().map(node -> ((TableCell<?, ?>) node).getText())
                .filter(text -> text != null && !text.isEmpty()).collect(Collectors.joining(" | ")));
    }
}
