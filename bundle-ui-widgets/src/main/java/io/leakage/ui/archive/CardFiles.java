package io.leakage.ui.archive;

import io.leakage.api.score.Scorecard;
import io.leakage.ui.card.ScorecardPage;
import io.leakage.ui.text.FillCsv;
import io.leakage.ui.text.ScorecardCsv;
import io.leakage.ui.text.ScorecardJson;
import io.leakage.ui.text.ScorecardReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;

/**
 * The files of orders in a folder: {@code .html}, {@code .txt}, {@code .json}, {@code .csv} and {@code .fills.csv} under the order's id, and
 * {@code .version} last, which says that the others are there. A file is whole or not there: it is written beside its place and moved. One
 * thread.
 */
final class CardFiles {
    private static final int LONGEST_NAME = 100;

    private final Path folder;
    private final Scorecard scorecard;
    private final ScorecardPage pages;
    private final ScorecardReport reports;
    private final ScorecardJson json;
    private final ScorecardCsv csv;
    private final FillCsv fills;

    /**
     * Files in a folder.
     *
     * @param folder made when it does not exist
     * @throws IOException when it cannot be made
     */
    CardFiles(Path folder, Scorecard scorecard) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.scorecard = scorecard;
        pages = ScorecardPage.alone(scorecard);
        reports = new ScorecardReport(scorecard);
        json = new ScorecardJson(scorecard);
        csv = new ScorecardCsv(scorecard);
        fills = new FillCsv(scorecard);
    }

    /**
     * {@return what files are called: the order's id; one that holds what a file's name had better not, or is long, gets a number of its own}
     */
    static String name(String id) {
        String plain = id.replaceAll("[^A-Za-z0-9_-]", "_");
        if (plain.equals(id) && id.length() <= LONGEST_NAME && !id.isEmpty()) {
            return id;
        }
        CRC32 check = new CRC32();
        check.update(id.getBytes(StandardCharsets.UTF_8));
        return plain.substring(0, Math.min(plain.length(), LONGEST_NAME)) + '-' + String.format("%08x", check.getValue());
    }

    /** {@return what is there of an order} */
    Written written(String name) throws IOException {
        try {
            return Written.of(Files.readString(folder.resolve(name + ".version")));
        } catch (NoSuchFileException none) {
            return Written.NOTHING;
        }
    }

    /**
     * Writes an order's files.
     *
     * @param parent its number
     * @throws IOException when one cannot be written; those before it are new, the rest is as it was
     */
    void write(int parent, String name, Written as) throws IOException {
        String remark = "version " + as.version() + " of this card";
        StringBuilder ofFills = new StringBuilder();
        fills.write(parent, ofFills);
        put(name + ".html", pages.of(parent, remark));
        put(name + ".txt", reports.of(parent) + "\n\n" + remark + "\n");
        put(name + ".json", json.ofCard(as.version()).text(parent) + "\n");
        put(name + ".csv", ScorecardCsv.header() + "\r\n" + csv.record(parent) + "\r\n");
        put(name + ".fills.csv", ofFills.toString());
        put(name + ".version", as.line() + "\n");
    }

    private void put(String file, String text) throws IOException {
        Path beside = folder.resolve('.' + file + ".part");
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(beside, folder.resolve(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
