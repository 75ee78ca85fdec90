package io.leakage.marketdata.feed;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.leakage.marketdata.tape.CaptureBytes;
import io.leakage.marketdata.tape.CountingInlet;
import io.leakage.marketdata.tape.Frames;
import io.leakage.marketdata.tape.Little;
import io.leakage.marketdata.tape.RealData;
import io.leakage.marketdata.tape.Wire;
import io.leakage.marketdata.wire.DbnDecoder;
import io.leakage.marketdata.wire.DbnLevels;
import io.leakage.marketdata.wire.DbnListener;
import io.leakage.marketdata.wire.DbnMetadata;
import io.leakage.marketdata.wire.DeepDecoder;
import io.leakage.marketdata.wire.DeepListener;
import io.leakage.marketdata.wire.IexTpSegment;
import io.leakage.marketdata.wire.LobsterBook;
import io.leakage.marketdata.wire.LobsterDecoder;
import io.leakage.marketdata.wire.TopsDecoder;
import io.leakage.marketdata.wire.TopsListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Bytes nobody meant: at random, and good ones with a few changed. Decoders throw at none; opening and playing a file throws nothing but
 * {@link IOException}, and 4 kB of it never make a reader allocate 1 MB more than the fixed buffers that a good file costs it. The seeds
 * are fixed, so a failure comes again.
 */
class HostileBytesTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int MEGABYTE = 1 << 20;
    private static final int SMALL = 4_096;

    @TempDir
    private Path folder;
    private final Random random = new Random(22);
    private long messages;

    @Test
    void noMessageMakesADecoderThrow() {
        DeepDecoder deep = new DeepDecoder(new DeepListener() { });
        TopsDecoder tops = new TopsDecoder(new TopsListener() { });
        IexToInlet inlet = IexToInlet.deep(new CountingInlet());
        IexTpSegment segment = new IexTpSegment(IexTpSegment.TOPS);
        byte[] bytes = new byte[100];
        long read = 0;
        for (int i = 0; i < 100_000; i++) {
            random.nextBytes(bytes);
            bytes[0] = (byte) DeepDecoder.TYPES.charAt(random.nextInt(DeepDecoder.TYPES.length()));
            int length = random.nextInt(bytes.length);
            read += deep.decode(bytes, 0, length) ? 1 : 0;
            read += tops.decode(bytes, 0, length) ? 1 : 0;
            read += inlet.message(i, bytes, 0, length) ? 1 : 0;
            bytes[0] = 1;
            segment.wrap(bytes, 0, length);
        }
        assertTrue(read > 100_000, "most messages must get past the length check, " + read + " did");
    }

    @Test
    void noRecordMakesTheDbnDecoderThrow() {
        int[] types = {0x00, 0x01, 0x0A, 0x12, 0x13, 0x16, 0xA0, 0x17};
        byte[] bytes = new byte[DbnDecoder.MAX_LENGTH];
        long read = 0;
        for (int i = 0; i < 100_000; i++) {
            random.nextBytes(bytes);
            bytes[1] = (byte) types[random.nextInt(types.length)];
            DbnDecoder decoder = new DbnDecoder(new DbnListener() {
                @Override
                public void depth(int publisher, long id, long eventNanos, long price9, long size, char action, char side, int flags,
                        int depth, long receiveNanos, int inDelta, long sequence, DbnLevels levels) {
                    levels.offerOrders(DbnLevels.COUNT - 1);
                }
            }, 1 + i % 3);
            read += decoder.decode(bytes, 0, DbnDecoder.lengthOf(bytes, 0)) ? 1 : 0;
        }
        assertTrue(read > 30_000, read + " were read");
    }

    @Test
    void noHeadMakesTheDbnMetadataThrow() {
        byte[] good = Little.dbnHead();
        DbnMetadata head = new DbnMetadata();
        long whole = 0;
        for (int i = 0; i < 100_000; i++) {
            byte[] bytes = mutated(good);
            if (head.wrap(bytes, 0, bytes.length) == null) {
                whole++;
                head.forEachMapping((asked, told, firstDay, endDay) -> { });
            }
        }
        assertTrue(whole > 5_000 && whole < 100_000, whole + " were whole");
    }

    @Test
    void noLineMakesTheLobsterDecoderThrow() {
        byte[] message = "34200.015105074,4,15818974,4,5794000,1".getBytes(StandardCharsets.US_ASCII);
        byte[] row = "5802300,100,5794000,496".getBytes(StandardCharsets.US_ASCII);
        long[] told = {0};
        LobsterDecoder decoder = new LobsterDecoder((nanos, type, order, shares, price4, buy) -> told[0]++);
        LobsterBook book = new LobsterBook(1);
        for (int i = 0; i < 100_000; i++) {
            byte[] line = mutated(message);
            decoder.decode(line, 0, line.length);
            byte[] cells = mutated(row);
            book.read(cells, 0, cells.length);
            LobsterBook.levelsOf(cells, 0, cells.length);
        }
        assertTrue(told[0] > 300 && told[0] < 100_000, told[0] + " were told");
    }

    @ParameterizedTest
    @EnumSource
    void noFileMakesAReaderThrowOrAllocateMuch(FeedFormat format) throws IOException {
        byte[] good = good(format);
        long allowed = allocatedBy(format, good) + MEGABYTE;
        for (int i = 0; i < 300; i++) {
            long allocated = allocatedBy(format, i % 10 == 0 ? noise() : mutated(good));
            assertTrue(allocated < allowed, () -> format + " allocated " + allocated + " bytes, a good file " + (allowed - MEGABYTE));
        }
        assertTrue(messages > 0, "some must be read");
    }

    /** How much of the past a packed file refers to is the packer's to choose, 8 MB at most: so much memory its reader may take. */
    @Test
    void noPackedFileMakesAReaderThrowOrAllocateWithoutBound() throws IOException {
        byte[] good = Files.readAllBytes(RealData.path("dbn/test_data.mbo.v3.dbn.zst"));
        for (int i = 0; i < 300; i++) {
            long allocated = allocatedBy(FeedFormat.DBN, mutated(good));
            assertTrue(allocated < 20 * MEGABYTE, () -> allocated + " bytes");
        }
    }

    private long allocatedBy(FeedFormat format, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("hostile"), bytes);
        messages += play(format, file);   // loads classes
        long before = THREADS.getCurrentThreadAllocatedBytes();
        play(format, file);
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private long play(FeedFormat format, Path file) {
        try (RecordedFeed feed = format.open(file, VenueDay.undated(), new CountingInlet(), problem -> { })) {
            while (feed.next()) {
                continue;
            }
            feed.doubts();
            return feed.messages();
        } catch (IOException e) {
            return 0;   // the declared one: it cannot be opened
        }
    }

    private byte[] good(FeedFormat format) throws IOException {
        return switch (format) {
            case ITCH50 -> Wire.prefixed(Wire.add(1, 1, 42, 'B', 500, "INST", 10_000), Wire.delete(1, 2, 42), Wire.system(3, 'C'));
            case MOLD_PCAP -> Files.readAllBytes(RealData.path("pcap/bx-itch50/OrderDeleteMessage.pcap"));
            case IEX_DEEP -> capture(Little.segment(IexTpSegment.DEEP, 5, 1, Little.level(true, true, 1, "ONE", 5, 10_000)));
            case IEX_TOPS -> capture(Little.segment(IexTpSegment.TOPS, 5, 1, Little.quote(1, "ONE", 100, 10_000, 10_100, 200)));
            case DBN -> Little.joined(Little.dbnHead(), Little.order(1, 1, 5, 42, 1, 5, 'A', 'B'),
                    Little.order(1, 2, 6, 43, 1, 5, 'T', 'A'));
            case LOBSTER -> zip();
        };
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry("INST_1970-01-01_0_86400000_orderbook_1.csv"));
            out.write("1001000,5,1000000,100\n1001000,5,1000000,60\n".getBytes(StandardCharsets.US_ASCII));
            out.putNextEntry(new ZipEntry("INST_1970-01-01_0_86400000_message_1.csv"));
            out.write("1,1,7,100,1000000,1\n2,4,7,40,1000000,1\n".getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    private byte[] noise() {
        byte[] bytes = new byte[random.nextInt(SMALL)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** One to four bytes changed, or the end cut off. */
    private byte[] mutated(byte[] good) {
        byte[] bytes = random.nextInt(8) == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
        for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static byte[] capture(byte[] payload) {
        byte[] frame = Frames.ethernet(0x0800, Frames.ipv4(Frames.GROUP, 17, Frames.udp(Frames.PORT, payload)));
        return CaptureBytes.pcap().packet(1, 0, frame).array();
    }
}
