package io.leakage.core.tail;

import io.leakage.api.event.Absent;
import io.leakage.api.event.ReferenceField;
import io.leakage.core.engine.FrameBlocks;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.FrameHead;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Parts a journal's frames by instrument: each part gets the frames of its own instruments and of what they are compared with, those that
 * concern all, and of the rest only their times. An order's messages stay together, with their parent's, see {@link OrderPlaces}; only what
 * turns out late to belong to a parent in another part cannot, and is counted as {@link #strayed}. One thread; what it remembers can be
 * written down and read back.
 */
public final class Parting {
    private final int parts;
    private final PartWriter[] writers;
    private final OrderPlaces orders;
    /** By instrument: parts that compare theirs with it. */
    private final Map<Integer, BitSet> watchers = new TreeMap<>();
    private long high;
    private long low;
    private boolean begun;
    private long mark;
    private long events;
    private long duplicates;
    private long overlaps;
    private long lost;
    private long unread;
    private long highest = Absent.LONG;

    /** @param parts how many */
    public Parting(int parts) {
        this.parts = parts;
        orders = new OrderPlaces(parts);
        writers = new PartWriter[parts];
        for (int part = 0; part < parts; part++) {
            writers[part] = new PartWriter();
        }
    }

    /** {@return the part of an instrument} */
    static int partOf(int instrument, int parts) {
        return instrument < 0 ? 0 : instrument % parts;
    }

    /**
     * Parts a block; {@link #part} gives what came of it.
     *
     * @param bytes as {@link FrameBlocks} writes them
     * @return false when all of it was there before, or some of it: that much is counted, and not taken
     * @throws IllegalArgumentException when it is no such block; then {@link #strange} goes on
     * @throws IllegalStateException    when it is of another journal than those before
     */
    public boolean split(byte[] bytes) {
        ByteBuffer block = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        String problem = FrameBlocks.problem(block);
        if (problem != null) {
            throw new IllegalArgumentException(problem);
        }
        begin(FrameBlocks.to(block) < 0);
        identify(block);
        if (begun && FrameBlocks.to(block) <= mark) {
            duplicates++;
            return false;
        }
        if (begun && FrameBlocks.from(block) < mark) {
            overlaps++;
            return false;
        }
        if (!begun && FrameBlocks.from(block) != 0 && FrameBlocks.from(block) != Long.MIN_VALUE) {
            lose();
        }
        if (begun && FrameBlocks.from(block) != mark && !(mark < 0 && FrameBlocks.from(block) >= 0)) {
            lose();
        }
        begun = true;
        mark = FrameBlocks.to(block);
        for (int at = FrameBlocks.HEAD; at < bytes.length;) {
            int length = block.getShort(at);
            at += Short.BYTES;
            frame(block, at, length);
            at += length;
        }
        return true;
    }

    /** Something that is no block stood here: frames may be lost. */
    public void strange() {
        begin(false);
        unread++;
        lose();
    }

    private void begin(boolean carried) {
        for (PartWriter writer : writers) {
            writer.begin(events, carried);
        }
    }

    private void identify(ByteBuffer block) {
        long foundHigh = FrameBlocks.journal(block).getMostSignificantBits();
        long foundLow = FrameBlocks.journal(block).getLeastSignificantBits();
        if (begun && (foundHigh != high || foundLow != low)) {
            throw new IllegalStateException("a block of the journal " + FrameBlocks.journal(block) + ", expected one of "
                    + new UUID(high, low));
        }
        high = foundHigh;
        low = foundLow;
    }

    private void lose() {
        lost++;
        for (PartWriter writer : writers) {
            writer.lost();
        }
    }

    private void frame(ByteBuffer block, int at, int length) {
        EventKind kind = FrameHead.kind(block, at, length);
        if (kind == null) {
            lose();
            return;
        }
        events++;
        if (kind == EventKind.ORDER || kind.isMarket()) {
            highest = Math.max(highest, FrameHead.venueNanos(block, at));
        }
        if (kind == EventKind.ORDER) {
            order(block, at, length);
        } else if (kind == EventKind.QUARANTINED) {
            all(PartWriter.NOTHING, block, at, 0);
        } else if (kind.isMarket()) {
            market(kind, block, at, length);
        } else {
            if (kind == EventKind.REFERENCE) {
                compare(block, at);
            } else if (kind == EventKind.PATIENCE) {
                orders.hear(block, at);
            }
            all(PartWriter.OWN, block, at, length);
        }
    }

    private void market(EventKind kind, ByteBuffer block, int at, int length) {
        int instrument = FrameHead.instrument(block, at);
        if (instrument < 0 && kind != EventKind.PASSED) {
            all(PartWriter.OWN, block, at, length);
            return;
        }
        int home = instrument < 0 ? -1 : partOf(instrument, parts);
        BitSet also = watchers.get(instrument);
        for (int part = 0; part < parts; part++) {
            if (part == home) {
                writers[part].frame(PartWriter.OWN, block, at, length);
            } else if (also != null && also.get(part)) {
                writers[part].frame(PartWriter.ALSO, block, at, length);
            } else {
                writers[part].pass(FrameHead.source(block, at), FrameHead.sequence(block, at), FrameHead.venueNanos(block, at));
            }
        }
    }

    private void order(ByteBuffer block, int at, int length) {
        int instrument = orders.of(block, at);
        BitSet also = watchers.get(instrument);
        for (int part = 0; part < parts; part++) {
            if (part == partOf(instrument, parts)) {
                writers[part].frame(PartWriter.OWN, block, at, length);
            } else if (also != null && also.get(part)) {
                writers[part].frame(PartWriter.ALSO, block, at, length);
            } else {
                writers[part].order(FrameHead.source(block, at), FrameHead.rawPosition(block, at), FrameHead.venueNanos(block, at));
            }
        }
    }

    private void compare(ByteBuffer block, int at) {
        int instrument = FrameHead.instrument(block, at);
        int member = FrameHead.member(block, at);
        if (FrameHead.code(block, at) == ReferenceField.count() && instrument >= 0 && member >= 0 && member != instrument) {
            watchers.computeIfAbsent(member, any -> new BitSet()).set(partOf(instrument, parts));
        }
    }

    private void all(int tag, ByteBuffer block, int at, int length) {
        for (PartWriter writer : writers) {
            writer.frame(tag, block, at, length);
        }
    }

    /** {@return what the last block has for a part} */
    public byte[] part(int part) {
        return writers[part].bytes();
    }

    /** {@return highest venue time of market events and order messages by now, {@link Absent#LONG} before the first} */
    public long nanos() {
        return highest;
    }

    /** {@return events parted} */
    public long events() {
        return events;
    }

    /** {@return blocks that had been there before} */
    public long duplicates() {
        return duplicates;
    }

    /** {@return blocks of which only some had been there before} */
    public long overlaps() {
        return overlaps;
    }

    /** {@return places at which frames were lost, the beginning among them} */
    public long lost() {
        return lost;
    }

    /** {@return messages that were no blocks} */
    public long unread() {
        return unread;
    }

    /** {@return order messages of which nobody knows an instrument; the first part has them} */
    public long unlisted() {
        return orders.unlisted();
    }

    /** {@return order messages whose order is in another part than the parent they name: what they make of that parent is not told} */
    public long strayed() {
        return orders.strayed();
    }

    /** {@return all that it remembers, for {@link #restore}} */
    public byte[] state() {
        int marks = watchers.values().stream().mapToInt(BitSet::cardinality).sum();
        ByteBuffer out = ByteBuffer.allocate(1 + 9 * Long.BYTES + Integer.BYTES + 8 * marks + orders.length());
        out.put((byte) (begun ? 1 : 0)).putLong(high).putLong(low).putLong(mark).putLong(events).putLong(duplicates).putLong(overlaps).putLong(lost)
                .putLong(unread).putLong(highest);
        orders.write(out);
        out.putInt(marks);
        watchers.forEach((member, by) -> by.stream().forEach(part -> out.putInt(member).putInt(part)));
        return out.array();
    }

    /** Remembers what {@link #state} wrote of as many parts. */
    public void restore(byte[] state) {
        ByteBuffer in = ByteBuffer.wrap(state);
        begun = in.get() != 0;
        high = in.getLong();
        low = in.getLong();
        mark = in.getLong();
        events = in.getLong();
        duplicates = in.getLong();
        overlaps = in.getLong();
        lost = in.getLong();
        unread = in.getLong();
        highest = in.getLong();
        orders.read(in);
        for (int left = in.getInt(); left > 0; left--) {
            watchers.computeIfAbsent(in.getInt(), any -> new BitSet()).set(in.getInt());
        }
    }
}
