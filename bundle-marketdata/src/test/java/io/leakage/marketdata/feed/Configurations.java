package io.leakage.marketdata.feed;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Feed configurations as an administrator writes them: what is left out has its default. */
final class Configurations {
    private Configurations() {
    }

    static FeedConfig of(Map<String, Object> values) {
        return (FeedConfig) Proxy.newProxyInstance(FeedConfig.class.getClassLoader(), new Class<?>[] {FeedConfig.class},
                (proxy, method, arguments) -> values.getOrDefault(method.getName().replace("$", ""), method.getDefaultValue()));
    }
}
