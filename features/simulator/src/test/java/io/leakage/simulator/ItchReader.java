package io.leakage.simulator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads ITCH 5.0 with nothing of the writer's: lengths and offsets are typed in again from the specification. */
final class ItchReader {
    static final Map<Character, Integer> LENGTHS = Map.ofEntries(Map.entry('S', 12), Map.entry('R', 39), Map.entry('H', 25),
            Map.entry('Y', 20), Map.entry('A', 36), Map.entry('F', 40), Map.entry('E', 31), Map.entry('C', 36), Map.entry('X', 23),
            Map.entry('D', 19), Map.entry('U', 35), Map.entry('P', 44), Map.entry('Q', 40), Map.entry('B', 19));

    /** One message; fields by the specification's offsets. */
    record Message(byte[] bytes) {
        char type() {
            return (char) bytes[0];
        }

        int locate() {
            return (int) number(1, 2);
        }

        long nanos() {
            return number(5, 6);
        }

        long number(int offset, int length) {
            long value = 0;
            for (int i = offset; i < offset + length; i++) {
                value = value << 8 | bytes[i] & 0xFF;
            }
            return value;
        }

        String text(int offset, int length) {
            return new String(bytes, offset, length, StandardCharsets.US_ASCII);
        }
    }

    private ItchReader() {
    }

    /** Cuts a length-prefixed file and refuses a message whose length is not its type's. */
    static List<Message> read(byte[] file) {
        List<Message> messages = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(file);
        while (in.hasRemaining()) {
            byte[] bytes = new byte[in.getShort() & 0xFFFF];
            in.get(bytes);
            Integer expected = LENGTHS.get((char) bytes[0]);
            if (expected == null || expected != bytes.length) {
                throw new IllegalStateException("type " + (char) bytes[0] + " with " + bytes.length + " bytes, expected " + expected);
            }
            messages.add(new Message(bytes));
        }
        return messages;
    }
}
