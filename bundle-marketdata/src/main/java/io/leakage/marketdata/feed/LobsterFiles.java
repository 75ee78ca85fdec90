package io.leakage.marketdata.feed;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The two files in a LOBSTER zip, message and order book, side by side, and what their names say: {@code GOOG_2012-06-21_34200000_57600000_
 * message_5.csv}. Read from the front without the zip's directory, so that a zip cut short is read up to the tear. One thread.
 */
final class LobsterFiles implements Closeable {
    private static final int CAPACITY = 1 << 16;
    private static final Pattern NAME = Pattern.compile("(?:.*/)?([^/_]+)_(\\d{4}-\\d{2}-\\d{2})_.*_(message|orderbook)_\\d+\\.csv");

    private final String symbol;
    private final LocalDate date;
    private final ByteWindow messages;
    private final ByteWindow books;

    private LobsterFiles(String symbol, LocalDate date, ByteWindow messages, ByteWindow books) {
        this.symbol = symbol;
        this.date = date;
        this.messages = messages;
        this.books = books;
    }

    /**
     * Opens a zip.
     *
     * @throws IOException when it cannot be opened, or one of the two files is not in it; names the file and what was expected
     */
    static LobsterFiles open(Path zip) throws IOException {
        ZipInputStream messages = null;
        ZipInputStream books = null;
        try {
            messages = new ZipInputStream(Files.newInputStream(zip));
            Matcher name = find(zip, messages, "message");
            books = new ZipInputStream(Files.newInputStream(zip));
            find(zip, books, "orderbook");
            return new LobsterFiles(name.group(1), date(zip, name.group(2)), new ByteWindow(messages, CAPACITY),
                    new ByteWindow(books, CAPACITY));
        } catch (IOException | RuntimeException e) {
            close(messages);
            close(books);
            throw e;
        }
    }

    /** {@return whether a zip holds a LOBSTER message file} */
    static boolean areIn(Path zip) {
        try (LobsterFiles files = open(zip)) {
            return files.symbol != null;
        } catch (IOException e) {
            return false;
        }
    }

    private static Matcher find(Path zip, ZipInputStream in, String kind) throws IOException {
        try {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Matcher name = NAME.matcher(entry.getName());
                if (name.matches() && name.group(3).equals(kind)) {
                    return name;
                }
            }
        } catch (IllegalArgumentException e) {
            throw new IOException(zip + ": a name in it is no UTF-8 (" + e.getMessage() + "), expected SYMBOL_DATE_START_END_" + kind
                    + "_LEVEL.csv", e);
        }
        throw new IOException(zip + ": no " + kind + " file in it, expected SYMBOL_DATE_START_END_" + kind + "_LEVEL.csv");
    }

    private static LocalDate date(Path zip, String text) throws IOException {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IOException(zip + ": no day " + text + ", expected a date in the name of its files", e);
        }
    }

    private static void close(ZipInputStream in) throws IOException {
        if (in != null) {
            in.close();
        }
    }

    /** {@return the symbol} */
    String symbol() {
        return symbol;
    }

    /** {@return the day} */
    LocalDate date() {
        return date;
    }

    /** {@return a line an event} */
    ByteWindow messages() {
        return messages;
    }

    /** {@return a line a book, after the event of the same line number} */
    ByteWindow books() {
        return books;
    }

    @Override
    public void close() throws IOException {
        messages.close();
        books.close();
    }
}
