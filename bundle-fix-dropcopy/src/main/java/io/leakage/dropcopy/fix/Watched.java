package io.leakage.dropcopy.fix;

import io.leakage.api.event.OrderMessage;
import java.util.Arrays;

/** The tags that a source's profile names, and where a message has them: the first of each. One thread; allocates nothing once made. */
final class Watched {
    private static final int SMALL = 1024;

    private final boolean[] small = new boolean[SMALL];
    private boolean large;
    private int[] tags = new int[0];
    private long[] slices = new long[0];

    /** Watches a tag from now on; {@return where its slice will be} */
    int add(int tag) {
        for (int i = 0; i < tags.length; i++) {
            if (tags[i] == tag) {
                return i;
            }
        }
        tags = Arrays.copyOf(tags, tags.length + 1);
        slices = Arrays.copyOf(slices, tags.length);
        tags[tags.length - 1] = tag;
        if (tag < SMALL) {
            small[tag] = true;
        } else {
            large = true;
        }
        return tags.length - 1;
    }

    /** {@return whether it may watch this tag; false for sure when not} */
    boolean sees(int tag) {
        return tag < SMALL ? small[tag] : large;
    }

    /** Begins with another message. */
    void clear() {
        Arrays.fill(slices, OrderMessage.NO_TEXT);
    }

    /** Sees a field. */
    void see(int tag, int at, int stop) {
        if (sees(tag)) {
            for (int i = 0; i < tags.length; i++) {
                if (tags[i] == tag && slices[i] == OrderMessage.NO_TEXT) {
                    slices[i] = OrderMessage.slice(at, stop - at);
                }
            }
        }
    }

    /** {@return the slice of the tag added at this place, {@code OrderMessage.NO_TEXT} when the message has none} */
    long slice(int place) {
        return slices[place];
    }
}
