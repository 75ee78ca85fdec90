package io.leakage.core.engine;

import io.leakage.api.host.StrategyNames;
import io.leakage.api.score.WireStrategy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who know what algorithms are called. Any thread. */
final class AlgoNames {
    private static final Logger LOG = LoggerFactory.getLogger(AlgoNames.class);

    private final List<StrategyNames> all = new CopyOnWriteArrayList<>();

    void add(StrategyNames names) {
        all.add(names);
    }

    void remove(StrategyNames names) {
        all.remove(names);
    }

    /** {@return the name that those who know one agree on, else null} */
    String nameOf(String broker, WireStrategy strategy) {
        String agreed = null;
        for (StrategyNames names : all) {
            String name = ask(names, broker, strategy);
            if (name != null && agreed != null && !name.equals(agreed)) {
                return null;
            }
            agreed = name == null ? agreed : name;
        }
        return agreed;
    }

    private static String ask(StrategyNames names, String broker, WireStrategy strategy) {
        try {
            return names.nameOf(broker, strategy.tag(), strategy.value());
        } catch (RuntimeException | LinkageError failed) {
            LOG.debug("{} failed on {} of broker \"{}\"", names.getClass().getName(), strategy, broker, failed);
            return null;
        }
    }
}
