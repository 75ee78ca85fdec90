package io.leakage.dropcopy.fix;

import io.leakage.api.event.OrderMessage;
import io.leakage.dropcopy.profile.Profile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * What makes an execution unique at a source: ExecID (17), or that with more beside it; and which ExecIDs mean nothing. A reference (19)
 * gets the same parts, so that it finds what it is of.
 *
 * <p>A fill whose ExecID means nothing gets the profile's fallback instead, as shipped OrderID (37), else ClOrdID (11), and CumQty (14):
 * a fill raises CumQty, so that no two of an order share it, and one told again (43=Y, 97=Y) tells the same. Where such a source takes
 * fills back and a later one reaches the same CumQty, TransactTime (60) belongs to the fallback as well.
 */
final class ExecutionKey {
    private final Watched watched;
    private final int[][] parts;
    private final int[][] fallback;
    private final byte[][] noKeys;
    private String problem;

    /** The key of a profile. */
    ExecutionKey(Profile profile, Watched watched) {
        this.watched = watched;
        List<List<Integer>> more = profile.executionKey().subList(1, profile.executionKey().size());
        parts = places(more);
        fallback = places(profile.fallbackKey());
        noKeys = profile.noKeys().stream().map(key -> key.getBytes(StandardCharsets.ISO_8859_1)).toArray(byte[][]::new);
    }

    private int[][] places(List<List<Integer>> tags) {
        return tags.stream().map(part -> part.stream().mapToInt(watched::add).toArray()).toArray(int[][]::new);
    }

    /** {@return why the message settled last is a fill without a key, null when it is none or has one} */
    String problem() {
        return problem;
    }

    /** Makes the message's ExecID and ExecRefID what they are at this source. */
    void settle(OrderMessage message, Composer composer) {
        problem = null;
        boolean keyless = isNone(message, message.execId);
        message.execId = keyless && isFill(message) ? substitute(message, composer) : message.execId;
        message.execId = key(message, message.execId, composer);
        message.execRefId = key(message, message.execRefId, composer);
    }

    /** In FIX 4.2 a report of ExecType 1 or 2, or with none, is a fill when it has a LastQty; a cancel or correct (20) is none. */
    private static boolean isFill(OrderMessage message) {
        boolean fills = switch (message.execType) {
            case 'F' -> message.lastQty != 0;
            case '1', '2', 0 -> message.lastQty > 0;
            default -> false;
        };
        return fills && message.msgType == '8' && (message.execTransType == 0 || message.execTransType == '0');
    }

    private long substitute(OrderMessage message, Composer composer) {
        boolean whole = fallback.length > 0;
        for (int[] part : fallback) {
            whole &= !isNone(message, first(part));
        }
        if (!whole) {
            problem = "a fill without a usable ExecID (17) that lacks a part of its fallback key, expected OrderID (37) or ClOrdID (11)"
                    + " and CumQty (14), or what the profile names in execution.fallback";
            return OrderMessage.NO_TEXT;
        }
        composer.begin(message);
        for (int[] part : fallback) {
            composer.add(FixScan.SOH, message);   // which no ExecID begins with
            composer.add(message, first(part));
        }
        return composer.text();
    }

    private boolean isNone(OrderMessage message, long slice) {
        return slice == OrderMessage.NO_TEXT || isNoKey(message.raw, OrderMessage.offset(slice), OrderMessage.length(slice));
    }

    private long key(OrderMessage message, long id, Composer composer) {
        if (isNone(message, id)) {
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
