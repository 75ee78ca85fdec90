package io.leakage.kafka;

import io.leakage.api.event.RawDoor;
import io.leakage.api.event.RawInlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A protocol of plain text that writes down what it is told. "bad…" cannot be read, "boom" throws. */
final class RecordingDoor implements RawDoor {
    final List<String> told = new CopyOnWriteArrayList<>();
    private final boolean built;
    volatile boolean full;

    RecordingDoor(boolean built) {
        this.built = built;
    }

    @Override
    public Set<String> protocols() {
        return Set.of("text");
    }

    @Override
    public RawInlet open(String protocol, String source, Map<String, String> settings) {
        told.add("open " + source);
        return new RawInlet() {
            @Override
            public String read(long number, byte[] raw, int offset, int length, long receiveNanos) {
                String text = new String(raw, offset, length, StandardCharsets.UTF_8);
                if (full) {
                    told.add("full");
                    throw new UncheckedIOException(new IOException("the disk is full"));
                }
                if (text.equals("boom")) {
                    throw new IllegalStateException("boom");
                }
                told.add(number + " " + text);
                return text.startsWith("bad") ? "\"" + text + "\", expected good text" : null;
            }

            @Override
            public void lost(long fromNumber, long toNumber, long untilNanos) {
                told.add("lost " + fromNumber + " to " + toNumber + (untilNanos > 0 ? "" : " at no time"));
            }

            @Override
            public boolean isBuilt() {
                return built;
            }

            @Override
            public void rebuilding() {
                told.add("rebuilding");
            }

            @Override
            public void rebuilt(long number) {
                told.add("rebuilt " + number);
            }

            @Override
            public void close() {
                told.add("close");
            }
        };
    }
}
