package io.leakage.dropcopy.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.host.SwitchNews;
import io.leakage.api.score.SwitchState;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an administrator may say of a hook, and what is refused with the field, the value and what is allowed. */
class ConfiguredHookTest {
    @TempDir
    private Path directory;

    @Test
    void aHookAllowsWhatTheFilesOfItsBrokersAllow() throws IOException {
        try (FixCancelReplaceHook hook = hook(Map.of())) {
            assertTrue(hook.capability("EMBR", "LIQUIDITY_SEEKER").byReplace());
            assertFalse(hook.capability("OTHR", "LIQUIDITY_SEEKER").isAny());
        }
    }

    @Test
    void cancellingIsOffUnlessSomebodySaysSo() throws IOException {
        try (FixCancelReplaceHook asItComes = hook(Map.of()); FixCancelReplaceHook enabled = hook(Map.of("cancel_then_new", true))) {
            assertFalse(asItComes.capability("EMBR", "VWAP").byCancelNew());
            assertTrue(enabled.capability("EMBR", "VWAP").byCancelNew());
        }
    }

    @Test
    void everyListenerHearsOfARequestThoughAnotherFails() {
        List<SwitchNews> heard = new ArrayList<>();
        SwitchNews news = new SwitchNews("LS.1", SwitchState.TIMED_OUT, "nothing heard", "", true);
        ConfiguredHook.tell(List.of(any -> {
            throw new IllegalStateException("a host's bug");
        }, heard::add), news);
        assertEquals(List.of(news), heard);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = ';', value = {
        "messages_a_second; 0; 'messages.a.second: 1 to 1000, got 0'",
        "answer_millis; 0; 'answer.millis: 1 to 600000, got 0'",
        "port; 0; 'port: 1 to 65535, got \"0\"'"})
    void aNumberOutOfRangeIsRefused(String field, int value, String why) {
        assertEquals(why, refusal(Map.of(field, value)));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = ';', value = {
        "version; 4.2; 'version: 4.4 or 5.0SP2 for orders, got \"4.2\"'",
        "tls_trust_store; trust.p12; 'tls: true where a key store or trust store is given, got \"false\"'",
        "password_from; s3cret; ''"})
    void aTextThatMakesNoSenseIsRefused(String field, String value, String why) {
        String told = refusal(Map.of(field, value));

        assertTrue(told.startsWith(why.isEmpty() ? "password.from: " : why), told);
        assertFalse(told.contains("s3cret"), "a password must not be told");
    }

    @Test
    void aBrokerWithoutAFileIsRefused() {
        assertEquals("brokers: NAME=FILE, each name once, got \"EMBR\"", refusal(Map.of("brokers", new String[] {"EMBR"})));
        assertEquals("brokers: NAME=FILE, each name once, got \"EMBR=\"", refusal(Map.of("brokers", new String[] {"EMBR="})));
        String told = refusal(Map.of("brokers", new String[] {"EMBR=/nowhere/embr.xml"}));
        assertTrue(told.startsWith("brokers: a file that can be read, got \"/nowhere/embr.xml\""), told);
    }

    private String refusal(Map<String, Object> told) {
        return assertThrows(IllegalArgumentException.class, () -> hook(told).close()).getMessage();
    }

    private FixCancelReplaceHook hook(Map<String, Object> told) throws IOException {
        Path file = directory.resolve("embr.xml");
        try (var in = getClass().getResourceAsStream("embr.xml")) {
            Files.write(file, in.readAllBytes());
        }
        Map<String, Object> values = new HashMap<>(Map.of("name", "orders", "brokers", new String[] {"EMBR=" + file}, "port", 9876,
                "sender_comp_id", "LEAK", "target_comp_id", "EMS", "store", ""));
        values.putAll(told);
        return ConfiguredHook.hook(config(values), news -> { });
    }

    private static OrderHookConfig config(Map<String, Object> values) {
        return (OrderHookConfig) Proxy.newProxyInstance(OrderHookConfig.class.getClassLoader(), new Class<?>[] {OrderHookConfig.class},
                (proxy, method, none) -> values.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}
