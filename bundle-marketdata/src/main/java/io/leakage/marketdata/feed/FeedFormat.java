package io.leakage.marketdata.feed;

import io.leakage.api.event.MarketInlet;
import io.leakage.marketdata.wire.CaptureFormat;
import io.leakage.marketdata.wire.DbnMetadata;
import io.leakage.marketdata.wire.IexTpSegment;
import io.leakage.marketdata.wire.Itch50Decoder;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.ZipException;

/** The formats of recorded market data that can be read, each under the name that commands and configurations use. */
public enum FeedFormat {
    /** Nasdaq TotalView-ITCH 5.0, each message behind its length or behind 00 00. */
    ITCH50("itch50", "Nasdaq TotalView-ITCH 5.0, each message behind its length or behind 00 00", false) {
        @Override
        public RecordedFeed open(Path file, VenueDay day, MarketInlet inlet, Consumer<String> problem) throws IOException {
            return ItchRecording.open(file, day, inlet, problem);
        }
    },
    /** ITCH 5.0 in MoldUDP64 packets of a capture. */
    MOLD_PCAP("mold-pcap", "ITCH 5.0 in MoldUDP64, captured as pcap or pcapng", false) {
        @Override
        public RecordedFeed open(Path file, VenueDay day, MarketInlet inlet, Consumer<String> problem) throws IOException {
            return MoldRecording.open(file, day, inlet, problem);
        }
    },
    /** IEX DEEP 1.0 in a capture. */
    IEX_DEEP("iex-deep", "IEX DEEP 1.0, captured as pcap or pcapng", true) {
        @Override
        public RecordedFeed open(Path file, VenueDay day, MarketInlet inlet, Consumer<String> problem) throws IOException {
            return IexRecording.open(file, IexTpSegment.DEEP, inlet, problem);
        }
    },
    /** IEX TOPS 1.6 in a capture. */
    IEX_TOPS("iex-tops", "IEX TOPS 1.6, captured as pcap or pcapng", true) {
        @Override
        public RecordedFeed open(Path file, VenueDay day, MarketInlet inlet, Consumer<String> problem) throws IOException {
            return IexRecording.open(file, IexTpSegment.TOPS, inlet, problem);
        }
    },
    /** Databento's DBN. */
    DBN("dbn", "Databento DBN 1 to 3 (mbo, mbp-1, mbp-10, tbbo, trades, status, definition)", true) {
        @Override
        public RecordedFeed open(Path file, VenueDay day, MarketInlet inlet, Consumer<String> problem) throws IOException {
            return DbnRecording.open(file, inlet, problem);
        }
    },
    /** A LOBSTER zip. */
    LOBSTER("lobster", "LOBSTER zip with its message and order book file", true) {
        @Override
        public RecordedFeed open(Path file, VenueDay day, MarketInlet inlet, Consumer<String> problem) throws IOException {
            return LobsterRecording.open(file, day.zone(), inlet, problem);
        }
    };

    private static final int HEAD = 4 + 2 * Itch50Decoder.MAX_LENGTH;
    private static final int ZIP = 0x504B0304;

    private final String code;
    private final String description;
    private final boolean dated;

    FeedFormat(String code, String description, boolean dated) {
        this.code = code;
        this.description = description;
        this.dated = dated;
    }

    /**
     * Opens a recording of this format.
     *
     * @param file    what to read, plain or packed by gzip or zstd (a zip by itself only)
     * @param day     what times without a date count from; its zone serves the others too
     * @param inlet   where it plays
     * @param problem told, in a sentence for a person, of what could not be read
     * @return the recording before its first message
     * @throws IOException when it cannot be opened
     */
    public abstract RecordedFeed open(Path file, VenueDay day, MarketInlet inlet, Consumer<String> problem) throws IOException;

    /** {@return its name for commands and configurations, as in itch50} */
    public String code() {
        return code;
    }

    /** {@return what it is, for a person} */
    public String description() {
        return description;
    }

    /** {@return whether its files say themselves what day they are of} */
    public boolean isDated() {
        return dated;
    }

    /** {@return the names there are, for a person} */
    public static String codes() {
        return Arrays.stream(values()).map(FeedFormat::code).collect(Collectors.joining(", "));
    }

    /** {@return a line a format with its name and what it is, indented, for help texts} */
    public static String help(String indent) {
        return Arrays.stream(values()).map(format -> indent + String.format("%-10s", format.code) + " " + format.description)
                .collect(Collectors.joining("\n"));
    }

    /** {@return the format of this name, null when there is none} */
    public static FeedFormat named(String code) {
        return Arrays.stream(values()).filter(format -> format.code.equals(code)).findFirst().orElse(null);
    }

    /**
     * Looks into a file: its first bytes tell, else its name ({@code .itch}, {@code .itch50}, {@code …_ITCH50}, packed or not).
     *
     * @return its format, null when neither tells
     * @throws IOException when it cannot be read
     */
    public static FeedFormat of(Path file) throws IOException {
        byte[] head = head(file);
        if (DbnMetadata.isDbn(head, 0, head.length)) {
            return DBN;
        }
        if (head.length >= 4 && number(head) == ZIP) {
            return LobsterFiles.areIn(file) ? LOBSTER : null;
        }
        if (head.length >= CaptureFormat.MAGIC && CaptureFormat.of(head, 0) != null) {
            return captured(file);
        }
        return isItch(head) || namesItch(file) ? ITCH50 : null;
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = UnpackedFile.open(file)) {
            return in.readNBytes(HEAD);
        } catch (EOFException | ZipException e) {
            return new byte[0];   // packed and damaged from the start: only its name can tell
        }
    }

    private static FeedFormat captured(Path file) throws IOException {
        return switch (IexRecording.protocolOf(file)) {
            case IexTpSegment.DEEP -> IEX_DEEP;
            case IexTpSegment.TOPS -> IEX_TOPS;
            default -> MoldUdp64Capture.isIn(file) ? MOLD_PCAP : null;
        };
    }

    /** Two messages in a row whose types have the lengths before them, or no lengths at all. */
    private static boolean isItch(byte[] head) {
        int at = 0;
        for (int message = 0; message < 2; message++) {
            if (at + 3 > head.length) {
                return false;
            }
            int told = (head[at] & 0xFF) << 8 | head[at + 1] & 0xFF;
            int length = Itch50Decoder.lengthOf(head[at + 2]);
            if (length == 0 || told != 0 && told != length) {
                return false;
            }
            at += 2 + length;
        }
        return true;
    }

    private static boolean namesItch(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|zst)$", "");
        return name.endsWith(".itch") || name.endsWith("itch50");
    }

    private static int number(byte[] head) {
        return head[0] << 24 | (head[1] & 0xFF) << 16 | (head[2] & 0xFF) << 8 | head[3] & 0xFF;
    }
}
