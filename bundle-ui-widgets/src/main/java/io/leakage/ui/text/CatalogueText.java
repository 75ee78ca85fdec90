package io.leakage.ui.text;

import io.leakage.api.score.Family;
import io.leakage.api.score.Measure;
import java.util.Locale;

/** The catalogue of measures for a terminal: what each is called, counts and means, and how it is computed. */
public final class CatalogueText {
    private CatalogueText() {
    }

    /** {@return a heading for each family, then three lines a measure} */
    public static String all() {
        StringBuilder text = new StringBuilder(16_384);
        Family family = null;
        for (int i = 0; i < Measure.count(); i++) {
            Measure measure = Measure.at(i);
            if (measure.family() != family) {
                family = measure.family();
                text.append(i == 0 ? "" : "\n").append(family.words().toUpperCase(Locale.ROOT)).append('\n');
            }
            text.append(measure.id()).append("  ").append(measure.unit().symbol()).append(", ").append(measure.sign().words())
                    .append("; since ").append(measure.since()).append("\n    ").append(measure.meaning())
                    .append("\n    = ").append(Explanation.formula(measure)).append('\n');
        }
        return text.toString().stripTrailing();
    }
}
