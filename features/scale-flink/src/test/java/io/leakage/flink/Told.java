package io.leakage.flink;

import io.leakage.core.tail.RecordDigests;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.util.CloseableIterator;

/**
 * What a job said last of everything.
 *
 * @param digests of all parts together
 * @param desks   by desk, which orders leak
 * @param leagues by league and group, how its fills did
 */
record Told(RecordDigests digests, Map<String, String> desks, Map<String, String> leagues) {
    /** Reads until the job is at its end. */
    static Told of(CloseableIterator<Tuple3<String, String, String>> results) {
        Told told = new Told(new RecordDigests(), new TreeMap<>(), new TreeMap<>());
        results.forEachRemaining(told::take);
        return told;
    }

    private void take(Tuple3<String, String, String> result) {
        switch (result.f0) {
            case Outputs.PART -> digests.add(RecordDigests.of(HexFormat.of().parseHex(result.f2)));
            case Outputs.DESK -> desks.put(result.f1, result.f2);
            default -> leagues.put(result.f1, result.f2);
        }
    }
}
