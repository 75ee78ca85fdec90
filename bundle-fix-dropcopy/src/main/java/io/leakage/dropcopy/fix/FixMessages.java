package io.leakage.dropcopy.fix;

import io.leakage.api.event.Absent;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.RawInlet;
import io.leakage.api.host.ParentLookup;
import io.leakage.dropcopy.profile.ParentRule;
import io.leakage.dropcopy.profile.Profile;
import io.leakage.dropcopy.profile.Profiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * FIX messages that others received, one by one, by the same way as a session of ours: durable before {@link #read} returns, those that cannot
 * be read in the quarantine, what comes twice told apart by the keys of executions. Settings: {@code profile} (generic-44 where there is none),
 * {@code parent.tag} asked before the profile's rules, {@code verify} whether BodyLength and CheckSum must be right (true). One thread.
 */
final class FixMessages implements RawInlet {
    /** As configurations call it. */
    static final String PROTOCOL = "fix";
    private static final Set<String> SETTINGS = Set.of("profile", "parent.tag", "verify");

    private final OrderInlet inlet;
    private final DropCopyReader reader;
    private final BacklogReader backlog;

    private FixMessages(OrderInlet inlet, DropCopyReader reader, BacklogReader backlog) {
        this.inlet = inlet;
        this.reader = reader;
        this.backlog = backlog;
    }

    /**
     * Opens a source, and begins to read what it left on disk.
     *
     * @throws IllegalArgumentException with setting, value and what is allowed
     */
    static FixMessages open(String source, Map<String, String> settings, OrderInlet inlet, Supplier<ParentLookup> lookup) {
        Set<String> strangers = new TreeSet<>(settings.keySet());
        strangers.removeAll(SETTINGS);
        if (!strangers.isEmpty()) {
            throw new IllegalArgumentException("settings of fix: profile, parent.tag and verify, got " + strangers);
        }
        Profile profile = profile(settings);
        boolean verify = !"false".equals(settings.get("verify"));
        BacklogReader backlog = inlet.backlog()
                .map(kept -> new BacklogReader(source, new FixScan(profile, verify, lookup), kept, new Alarm(source))).orElse(null);
        if (backlog != null) {
            backlog.start();
        }
        return new FixMessages(inlet, new DropCopyReader(new FixScan(profile, verify, lookup), inlet), backlog);
    }

    private static Profile profile(Map<String, String> settings) {
        Profile profile = Profiles.of(settings.getOrDefault("profile", "generic-44"), List.of());
        String tag = settings.getOrDefault("parent.tag", "");
        if (tag.isEmpty()) {
            return profile;
        }
        if (!tag.matches("[1-9]\\d{0,8}")) {
            throw new IllegalArgumentException("parent.tag: 1 to 999999999, got \"" + tag + "\"");
        }
        List<ParentRule> rules = new ArrayList<>(List.of(ParentRule.ofTag(Integer.parseInt(tag))));
        rules.addAll(profile.parentRules());
        return profile.parents(rules);
    }

    @Override
    public String read(long number, byte[] raw, int offset, int length, long receiveNanos) {
        return reader.read(raw, offset, length) == FixScan.Outcome.UNREADABLE ? reader.problem() : null;
    }

    @Override
    public void lost(long fromNumber, long toNumber, long untilNanos) {
        inlet.hole(Absent.LONG, untilNanos);
    }

    @Override
    public boolean isBuilt() {
        return false;
    }

    @Override
    public void rebuilding() {
        // orders are in the journal
    }

    @Override
    public void rebuilt(long number) {
        // orders are in the journal
    }

    @Override
    public void close() {
        if (backlog != null) {
            backlog.close();
        }
    }
}
