package io.leakage.core.engine;

import io.leakage.api.event.ReferenceField;
import io.leakage.api.event.ReferenceInlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * A file of reference data: comma-separated, its first line the names of its columns, in any order: {@code symbol}, the ids of
 * {@link ReferenceField}, and {@code basket}, symbols between blanks. A value left out is not known; lines that are empty or begin with
 * {@code #} say nothing. Read whole before anything of it is told.
 */
public final class ReferenceFile {
    private static final String SYMBOL = "symbol";
    private static final String BASKET = "basket";
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE / 4);

    private final Path file;
    private final List<Consumer<ReferenceInlet>> told = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final List<String> columns = new ArrayList<>();

    private ReferenceFile(Path file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException with every line, field and value that is wrong, and what was expected
     */
    public static ReferenceFile of(Path file) {
        ReferenceFile reading = new ReferenceFile(file);
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            for (int i = 0; i < lines.size(); i++) {
                reading.line(i + 1, lines.get(i).strip());
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": expected a file of reference data that can be read: " + e, e);
        } catch (UncheckedIOException e) {
            throw new IllegalArgumentException(file + ": expected text in UTF-8: " + e.getCause(), e);
        }
        if (reading.columns.isEmpty()) {
            reading.problems.add(file + ": nothing, expected a first line with the names of columns, " + SYMBOL + " among them");
        }
        if (!reading.problems.isEmpty()) {
            throw new IllegalArgumentException(String.join(System.lineSeparator(), reading.problems));
        }
        return reading;
    }

    /** Tells all of it. */
    public void tell(ReferenceInlet inlet) {
        told.forEach(one -> one.accept(inlet));
    }

    private void line(int number, String text) {
        if (text.isEmpty() || text.startsWith("#")) {
            return;
        }
        List<String> cells = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        if (columns.isEmpty()) {
            header(number, cells);
        } else if (cells.size() != columns.size()) {
            wrong(number, "values", String.valueOf(cells.size()), columns.size() + ", as many as there are columns");
        } else if (cells.get(columns.indexOf(SYMBOL)).isEmpty()) {
            wrong(number, SYMBOL, "", "the instrument's symbol");
        } else {
            for (int i = 0; i < cells.size(); i++) {
                cell(number, cells.get(columns.indexOf(SYMBOL)), columns.get(i), cells.get(i));
            }
        }
    }

    private void header(int number, List<String> cells) {
        columns.addAll(cells);
        for (String column : cells) {
            if (!column.equals(SYMBOL) && !column.equals(BASKET) && field(column) == null) {
                wrong(number, "column", column, SYMBOL + ", " + BASKET + " or one of " + ids());
            } else if (cells.indexOf(column) != cells.lastIndexOf(column)) {
                wrong(number, "column", column, "each column once");
            }
        }
        if (!cells.contains(SYMBOL)) {
            columns.add(SYMBOL);
            wrong(number, "column", String.join(",", cells), SYMBOL + " among them");
        }
    }

    private void cell(int number, String symbol, String column, String text) {
        if (text.isEmpty() || column.equals(SYMBOL)) {
            return;
        }
        if (column.equals(BASKET)) {
            for (String member : text.split("\\s+")) {
                told.add(inlet -> inlet.compare(symbol, member));
            }
            return;
        }
        ReferenceField field = field(column);
        if (field == null) {
            return;   // told with the header
        }
        try {
            BigDecimal value = new BigDecimal(text).movePointRight(field.isScaled() ? 8 : 0);
            if (value.abs().compareTo(MOST) < 0 && field.isPossible(value.longValueExact())) {
                told.add(inlet -> inlet.tell(symbol, field, value.longValueExact()));
                return;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // told below, like a value that is none for the field
        }
        wrong(number, column, text, field.expected());
    }

    private static ReferenceField field(String id) {
        for (int i = 0; i < ReferenceField.count(); i++) {
            if (ReferenceField.at(i).id().equals(id)) {
                return ReferenceField.at(i);
            }
        }
        return null;
    }

    private static String ids() {
        return String.join(", ", Arrays.stream(ReferenceField.values()).map(ReferenceField::id).toList());
    }

    private void wrong(int line, String field, String value, String expected) {
        problems.add(file + ", line " + line + ", " + field + ": \"" + value + "\", expected " + expected);
    }
}
