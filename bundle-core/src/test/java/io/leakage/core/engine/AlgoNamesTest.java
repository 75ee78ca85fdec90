package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.leakage.api.host.StrategyNames;
import io.leakage.api.score.WireStrategy;
import org.junit.jupiter.api.Test;

/** What an algorithm is called, when several say so. */
class AlgoNamesTest {
    private static final WireStrategy SEEKER = new WireStrategy(847, "1003");

    private final AlgoNames names = new AlgoNames();

    @Test
    void oneThatKnowsIsEnoughAndOneThatFailsKeepsNobodyFromIt() {
        names.add((broker, tag, value) -> null);
        names.add((broker, tag, value) -> {
            throw new IllegalStateException("a host that fails");
        });
        assertNull(names.nameOf("EMBR", SEEKER));
        names.add((broker, tag, value) -> broker + " " + tag + " " + value);

        assertEquals("EMBR 847 1003", names.nameOf("EMBR", SEEKER));
    }

    @Test
    void twoThatSayDifferentNamesSayNone() {
        StrategyNames other = (broker, tag, value) -> "Sniper";
        names.add((broker, tag, value) -> "Seeker");
        names.add((broker, tag, value) -> "Seeker");
        assertEquals("Seeker", names.nameOf("", SEEKER));

        names.add(other);
        assertNull(names.nameOf("", SEEKER));
        names.remove(other);
        assertEquals("Seeker", names.nameOf("", SEEKER));
    }
}
