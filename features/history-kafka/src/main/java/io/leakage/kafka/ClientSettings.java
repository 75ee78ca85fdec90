package io.leakage.kafka;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;

/**
 * How the brokers are reached.
 *
 * @param servers    {@code bootstrap.servers}: host:port, several between commas
 * @param properties a file of client properties as Kafka's own tools take (security, passwords), empty for none
 */
record ClientSettings(String servers, String properties) {
    /** Checks the addresses. */
    ClientSettings {
        if (servers == null || !servers.matches("\\s*[^\\s,:]+:\\d{1,5}(\\s*,\\s*[^\\s,:]+:\\d{1,5})*\\s*")) {
            throw new IllegalArgumentException("bootstrap.servers: host:port, several between commas, got \"" + servers + "\"");
        }
        properties = properties == null ? "" : properties.trim();
    }

    /**
     * Makes a client. Kafka looks for its classes by the thread's context class loader, which in a framework is anything: for that
     * moment it is the one that has them.
     *
     * @param own  what the caller insists on, whatever the file says
     * @param make the client's constructor
     * @throws IOException when the file cannot be read
     */
    <T> T client(Map<String, Object> own, Function<Map<String, Object>, T> make) throws IOException {
        Map<String, Object> all = new HashMap<>(file());
        all.put("bootstrap.servers", servers.trim());
        all.putAll(own);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ClientSettings.class.getClassLoader());
        try {
            return make.apply(all);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Map<String, Object> file() throws IOException {
        Map<String, Object> all = new HashMap<>();
        if (!properties.isEmpty()) {
            Properties read = new Properties();
            try (Reader reader = Files.newBufferedReader(Path.of(properties), StandardCharsets.UTF_8)) {
                read.load(reader);
            }
            read.forEach((key, value) -> all.put(String.valueOf(key), value));
        }
        return all;
    }
}
