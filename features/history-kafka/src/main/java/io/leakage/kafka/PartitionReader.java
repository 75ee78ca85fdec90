package io.leakage.kafka;

import io.leakage.api.event.Absent;
import io.leakage.api.event.RawInlet;
import java.io.UncheckedIOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * One partition on its way in. What was read before a restart is read once more where books must be built again, and told to be such. One
 * thread reads; any may ask for the counts.
 */
final class PartitionReader implements AutoCloseable {
    private static final long NANOS_PER_MILLI = 1_000_000L;

    private final RawInlet inlet;
    private final long own;
    private boolean rebuilding;
    private boolean lost;
    private volatile long next;
    private volatile long messages;
    private volatile long problems;

    /**
     * A partition, not read yet.
     *
     * @param start  offset to begin at
     * @param own    offset up to which it was read before, −1 for never
     * @param inlet  closed here
     */
    PartitionReader(RawInlet inlet, long start, long own) {
        this.inlet = inlet;
        this.next = start;
        this.own = own;
        this.rebuilding = own > start;
        this.lost = own >= 0 && own < start;
        if (rebuilding) {
            inlet.rebuilding();
        }
    }

    /** {@return offset of the next message} */
    long next() {
        return next;
    }

    /** {@return whether nothing of what is read now is new; then there is nothing to commit} */
    boolean isRebuilding() {
        return rebuilding;
    }

    long messages() {
        return messages;
    }

    long problems() {
        return problems;
    }

    /**
     * Reads a message.
     *
     * @return null, or what is wrong with it; it is passed over then
     * @throws UncheckedIOException when it must be given again
     */
    String read(ConsumerRecord<byte[], byte[]> message) {
        long receiveNanos = message.timestamp() < 0 ? Absent.LONG : (message.timestamp() + 1) * NANOS_PER_MILLI - 1;
        prepare(message.offset(), receiveNanos);
        String problem = value(message, receiveNanos);
        next = message.offset() + 1;
        messages++;
        problems += problem == null ? 0 : 1;
        return problem;
    }

    private String value(ConsumerRecord<byte[], byte[]> message, long receiveNanos) {
        byte[] value = message.value();
        if (value == null) {
            return "no value, expected a message";
        }
        try {
            return inlet.read(message.offset(), value, 0, value.length, receiveNanos);
        } catch (UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    /** There is nothing up to this offset any more. */
    void rested(long end) {
        if (rebuilding && end >= own) {
            rebuilt(end);
        }
    }

    private void prepare(long offset, long receiveNanos) {
        if (lost) {
            lost = false;
            inlet.lost(own, offset, receiveNanos);
        }
        if (rebuilding && offset >= own) {
            rebuilt(offset);
        }
    }

    private void rebuilt(long number) {
        rebuilding = false;
        inlet.rebuilt(number);
    }

    @Override
    public void close() {
        inlet.close();
    }
}
