package io.leakage.core.hook;

import io.leakage.api.host.AlgoSwitchHook;
import io.leakage.api.host.SwitchCapability;
import io.leakage.api.host.SwitchRequest;
import io.leakage.api.host.SwitchSend;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;

/**
 * The dry run, and the default: says that any switch could be asked for, and keeps what it was asked instead of sending it. Any thread may
 * read; the latest requests are kept, of those before only their number.
 */
public final class RecordingHook implements AlgoSwitchHook {
    private static final SwitchSend DRY_RUN = SwitchSend.notSent("a dry run: kept, not sent");

    private final int most;
    private final ArrayDeque<SwitchRequest> kept = new ArrayDeque<>();
    private long asked;

    /**
     * A hook that was asked nothing yet.
     *
     * @param most how many requests it keeps, over 0
     */
    public RecordingHook(int most) {
        if (most <= 0) {
            throw new IllegalArgumentException("most: over 0, got " + most);
        }
        this.most = most;
    }

    @Override
    public SwitchCapability capability(String broker, String strategy) {
        return new SwitchCapability(broker, strategy, true, false, Set.of(), "");
    }

    @Override
    public synchronized SwitchSend send(SwitchRequest request) {
        asked++;
        kept.addLast(request);
        if (kept.size() > most) {
            kept.removeFirst();
        }
        return DRY_RUN;
    }

    /** {@return the latest requests, oldest first} */
    public synchronized List<SwitchRequest> kept() {
        return List.copyOf(kept);
    }

    /** {@return how many requests there were} */
    public synchronized long asked() {
        return asked;
    }
}
