package io.leakage.marketdata.feed;

import io.leakage.api.event.MarketInlet;
import java.lang.reflect.Proxy;

/** Counts prints; whatever else is told goes by. */
final class Prints {
    private long count;

    MarketInlet inlet() {
        return (MarketInlet) Proxy.newProxyInstance(MarketInlet.class.getClassLoader(), new Class<?>[] {MarketInlet.class},
                (proxy, method, arguments) -> {
                    count += method.getName().equals("traded") ? 1 : 0;
                    return method.getReturnType() == int.class ? 0 : null;
                });
    }

    long count() {
        return count;
    }
}
