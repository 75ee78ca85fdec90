package io.leakage.dropcopy.fix;

import io.leakage.api.event.OrderMessage;
import io.leakage.dropcopy.profile.Profile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * What makes an execution unique at a source: ExecID (17), or that with more beside it; and which ExecIDs mean nothing. A reference (19)
 * gets the same parts, so that it finds what it is of.
 */
final class ExecutionKey {
    private final Watched watched;
    private final int[][] parts;
    private final byte[][] noKeys;

    /** The key of a profile. */
    ExecutionKey(Profile profile, Watched watched) {
        this.watched = watched;
        List<List<Integer>> more = profile.executionKey().subList(1, profile.executionKey().size());
        parts = more.stream().map(part -> part.stream().mapToInt(watched::add).toArray()).toArray(int[][]::new);
        noKeys = profile.noKeys().stream().map(key -> key.getBytes(StandardCharsets.ISO_8859_1)).toArray(byte[][]::new);
    }

    /** Makes the message's ExecID and ExecRefID what they are at this source. */
    void settle(OrderMessage message, Composer composer) {
        message.execId = key(message, message.execId, composer);
        message.execRefId = key(message, message.execRefId, composer);
    }

    private long key(OrderMessage message, long id, Composer composer) {
        if (id == OrderMessage.NO_TEXT || isNoKey(message.raw, OrderMessage.offset(id), OrderMessage.length(id))) {
            return OrderMessage.NO_TEXT;
        }
        if (parts.length == 0) {
            return id;
        }
        composer.begin(message);
        composer.add(message, id);
        for (int[] part : parts) {
            // no value can hold an SOH, so no two keys can be mistaken for each other
            composer.add(FixScan.SOH, message);
            long slice = first(part);
            if (slice != OrderMessage.NO_TEXT) {
                composer.add(message, slice);
            }
        }
        return composer.text();
    }

    private long first(int[] places) {
        for (int place : places) {
            if (watched.slice(place) != OrderMessage.NO_TEXT) {
                return watched.slice(place);
            }
        }
        return OrderMessage.NO_TEXT;
    }

    private boolean isNoKey(byte[] raw, int at, int length) {
        for (byte[] noKey : noKeys) {
            if (Arrays.equals(noKey, 0, noKey.length, raw, at, at + length)) {
                return true;
            }
        }
        return false;
    }
}
