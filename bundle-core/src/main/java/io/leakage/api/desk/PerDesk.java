package io.leakage.api.desk;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One thing for each desk that is to have one: made when the desk comes, closed when it goes or no longer shall have it, while the others
 * stay. Follows the desks on the thread that changes them.
 */
public final class PerDesk implements AutoCloseable {
    private final Desks desks;
    private final Predicate<DeskState> wanted;
    private final Function<String, Runnable> open;
    private final AutoCloseable listening;
    private final Map<String, Runnable> closing = new TreeMap<>();
    private boolean closed;

    /**
     * Makes one for every desk there is now, and goes on following.
     *
     * @param desks  the desks
     * @param wanted whether a desk is to have one
     * @param open   makes one, by the desk's id, and returns what closes it again
     */
    public PerDesk(Desks desks, Predicate<DeskState> wanted, Function<String, Runnable> open) {
        this.desks = desks;
        this.wanted = wanted;
        this.open = open;
        this.listening = desks.listen(this::follow);
        follow();
    }

    private synchronized void follow() {
        if (closed) {
            return;
        }
        Set<String> now = desks.all().stream().filter(wanted).map(DeskState::id).collect(Collectors.toSet());
        closing.entrySet().removeIf(one -> {
            boolean gone = !now.contains(one.getKey());
            if (gone) {
                one.getValue().run();
            }
            return gone;
        });
        now.forEach(desk -> closing.computeIfAbsent(desk, open));
    }

    /** Closes them all. */
    @Override
    public synchronized void close() {
        closed = true;
        try {
            listening.close();
        } catch (Exception e) {
            throw new IllegalStateException("the desks could not end a subscription", e);
        }
        closing.values().forEach(Runnable::run);
        closing.clear();
    }
}
