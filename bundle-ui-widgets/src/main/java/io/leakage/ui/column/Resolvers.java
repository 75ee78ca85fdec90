package io.leakage.ui.column;

import io.leakage.api.host.OrderRef;
import io.leakage.api.host.OrderResolver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The hosts that know orders by ids of their own. Any thread; asking makes no garbage of its own. */
public final class Resolvers {
    private static final Logger LOG = LoggerFactory.getLogger(Resolvers.class);

    private final List<OrderResolver> resolvers = new CopyOnWriteArrayList<>();

    /** From now on it is asked, after those that were there. */
    public void add(OrderResolver resolver) {
        resolvers.add(resolver);
    }

    /** It is asked no more. */
    public void remove(OrderResolver resolver) {
        resolvers.remove(resolver);
    }

    /** {@return what the first host that knows the order makes of it, at least 0; -1 for none} */
    int find(OrderRef order, ToIntFunction<OrderRef> known) {
        for (int i = 0; i < resolvers.size(); i++) {
            OrderRef meant = ask(resolvers.get(i), order);
            int parent = meant == null ? -1 : known.applyAsInt(meant);
            if (parent >= 0) {
                return parent;
            }
        }
        return -1;
    }

    private static OrderRef ask(OrderResolver resolver, OrderRef order) {
        try {
            return resolver.resolve(order);
        } catch (RuntimeException | LinkageError failed) {
            LOG.debug("resolver {} failed on {}", resolver.getClass().getName(), order.ids(), failed);
            return null;
        }
    }
}
