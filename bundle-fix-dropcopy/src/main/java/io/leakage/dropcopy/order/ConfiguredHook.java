package io.leakage.dropcopy.order;

import io.leakage.api.host.SwitchListener;
import io.leakage.api.host.SwitchNews;
import io.leakage.dropcopy.fix.DropCopySource;
import io.leakage.dropcopy.fix.FixVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A hook as its configuration says. */
final class ConfiguredHook {
    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredHook.class);
    private static final int LONGEST_MILLIS = 600_000;

    private ConfiguredHook() {
    }

    /**
     * Makes one, not started.
     *
     * @throws IllegalArgumentException with field, value and what is allowed; of a broker's file with file, line and what was expected
     */
    static FixCancelReplaceHook hook(OrderHookConfig config, SwitchListener listener) {
        return new FixCancelReplaceHook(line(config), brokers(config.brokers()), limits(config), listener, System::nanoTime,
                InstantSource.system());
    }

    /** Tells every listener; one that fails keeps nothing from the others. */
    static void tell(List<SwitchListener> listeners, SwitchNews news) {
        if (listeners.isEmpty()) {
            LOG.warn("nobody hears of switches: {}", news);
        }
        for (SwitchListener listener : listeners) {
            try {
                listener.onSwitch(news);
            } catch (RuntimeException | Error e) {
                LOG.warn("{} failed when told {}", listener.getClass().getName(), news, e);
            }
        }
    }

    private static DropCopySource line(OrderHookConfig config) {
        DropCopySource line = new DropCopySource(config.name(), FixVersion.of(config.version()), config.acceptor(), config.host(),
                config.port(), config.sender_comp_id(), config.target_comp_id(), config.heartbeat_seconds(), config.reconnect_seconds(), 0,
                config.store(), config.session(), config.zone(), config.allowed_addresses(), 0)
                .signed(config.username(), config.password_from());
        if (!config.tls() && !(config.tls_trust_store().isBlank() && config.tls_key_store().isBlank())) {
            throw new IllegalArgumentException("tls: true where a key store or trust store is given, got \"false\"");
        }
        return config.tls() ? line.encrypted(config.tls_trust_store(), config.tls_trust_store_password_from(), config.tls_key_store(),
                config.tls_key_store_password_from()) : line;
    }

    private static HookLimits limits(OrderHookConfig config) {
        if (config.answer_millis() < 1 || config.answer_millis() > LONGEST_MILLIS) {
            throw new IllegalArgumentException("answer.millis: 1 to " + LONGEST_MILLIS + ", got " + config.answer_millis());
        }
        return new HookLimits(config.messages_a_second(), TimeUnit.MILLISECONDS.toNanos(config.answer_millis()), config.cancel_then_new());
    }

    private static Map<String, FixatdlCapabilities> brokers(String[] lines) {
        Map<String, FixatdlCapabilities> brokers = new TreeMap<>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            String file = line.substring(equals + 1).trim();
            if (equals < 0 || file.isEmpty() || brokers.containsKey(line.substring(0, equals).trim())) {
                throw new IllegalArgumentException("brokers: NAME=FILE, each name once, got \"" + line + "\"");
            }
            try {
                brokers.put(line.substring(0, equals).trim(), FixatdlCapabilities.read(Path.of(file)));
            } catch (IOException e) {
                throw new IllegalArgumentException("brokers: a file that can be read, got \"" + file + "\" (" + e + ")", e);
            }
        }
        return brokers;
    }
}
