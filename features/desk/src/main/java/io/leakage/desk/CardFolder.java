package io.leakage.desk;

import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.ui.card.ScorecardPage;
import io.leakage.ui.text.FillCsv;
import io.leakage.ui.text.ScorecardCsv;
import io.leakage.ui.text.ScorecardJson;
import io.leakage.ui.text.ScorecardReport;
import io.leakage.ui.text.Words;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * A folder of scorecards: for each parent a page ({@code .html}), a text ({@code .txt}) and JSON ({@code .json}) under the order's id, and
 * for all of them {@code scorecards.csv} and {@code fills.csv}. What is there under the same name is written over.
 */
final class CardFolder {
    private final Path folder;
    private final Scorecard scorecard;
    private final Set<String> taken = new HashSet<>(Set.of("scorecards", "fills"));

    private CardFolder(Path folder, Scorecard scorecard) {
        this.folder = folder;
        this.scorecard = scorecard;
    }

    /**
     * Writes the cards of every parent shown.
     *
     * @param folder made when it does not exist
     * @return how many parents
     * @throws IOException when a file cannot be written
     */
    static int write(Path folder, Scorecard scorecard) throws IOException {
        Files.createDirectories(folder);
        return new CardFolder(folder, scorecard).write();
    }

    private int write() throws IOException {
        ScorecardPage pages = ScorecardPage.alone(scorecard);
        ScorecardReport reports = new ScorecardReport(scorecard);
        ScorecardJson json = new ScorecardJson(scorecard);
        ParentRow row = new ParentRow();
        int written = 0;
        for (int parent = 0; parent < scorecard.parents(); parent++) {
            if (Words.isShown(scorecard, parent, row)) {
                String name = fileName(scorecard.text(NameKind.ORDER, row.order()));
                Files.writeString(folder.resolve(name + ".html"), pages.of(parent));
                Files.writeString(folder.resolve(name + ".txt"), reports.of(parent) + "\n");
                Files.writeString(folder.resolve(name + ".json"), json.text(parent) + "\n");
                written++;
            }
        }
        try (Writer parents = Files.newBufferedWriter(folder.resolve("scorecards.csv"));
                Writer fills = Files.newBufferedWriter(folder.resolve("fills.csv"))) {
            new ScorecardCsv(scorecard).writeAll(parents);
            new FillCsv(scorecard).writeAll(fills);
        }
        return written;
    }

    /** An id may hold any character, a file's name may not; two names that would then be one, or one but for case, get a number. */
    private String fileName(String id) {
        String plain = id.replaceAll("[^A-Za-z0-9._-]|^\\.", "_");
        String name = plain.length() > 100 ? plain.substring(0, 100) : plain;
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = plain + "-" + i;
        }
        return name;
    }
}
