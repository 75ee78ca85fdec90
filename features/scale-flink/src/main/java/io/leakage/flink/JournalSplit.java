package io.leakage.flink;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * A journal, and how far it has been read.
 *
 * @param directory an engine's journal
 * @param mark      where to go on, {@link Long#MIN_VALUE} at its beginning
 * @param kept      the position before which days were given up when it was read
 */
record JournalSplit(String directory, long mark, long kept) implements SourceSplit {
    @Override
    public String splitId() {
        return directory;
    }

    /** As bytes. */
    static final class Bytes implements SimpleVersionedSerializer<JournalSplit> {
        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(JournalSplit split) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeUTF(split.directory);
            out.writeLong(split.mark);
            out.writeLong(split.kept);
            return bytes.toByteArray();
        }

        @Override
        public JournalSplit deserialize(int version, byte[] bytes) throws IOException {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            return new JournalSplit(in.readUTF(), in.readLong(), in.readLong());
        }
    }
}
