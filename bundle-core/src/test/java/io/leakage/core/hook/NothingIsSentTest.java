package io.leakage.core.hook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.host.OrderRef;
import io.leakage.api.host.OrderTerms;
import io.leakage.api.host.SwitchRequest;
import io.leakage.api.host.SwitchSend;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The hooks we ship that send nothing. */
class NothingIsSentTest {
    @Test
    void aDryRunKeepsWhatItWouldHaveSent() {
        RecordingHook hook = new RecordingHook(10);
        SwitchSend send = hook.send(request("R1"));

        assertEquals(SwitchSend.Result.NOT_SENT, send.result());
        assertEquals("", send.sent());
        assertEquals(List.of(request("R1")), hook.kept());
    }

    @Test
    void aLongDryRunKeepsTheLatest() {
        RecordingHook hook = new RecordingHook(2);
        List.of("R1", "R2", "R3").forEach(id -> hook.send(request(id)));

        assertEquals(List.of(request("R2"), request("R3")), hook.kept());
        assertEquals(3, hook.asked());
    }

    @Test
    void aDryRunRefusesNoStrategy() {
        assertTrue(new RecordingHook(1).capability("EMBR", "SNIPER").byReplace());
    }

    @Test
    void aSuggestionReachesItsListenerAndNobodyElse() {
        List<SwitchRequest> shown = new ArrayList<>();
        SwitchSend send = new SuggestionHook(shown::add).send(request("R1"));

        assertEquals(SwitchSend.Result.NOT_SENT, send.result());
        assertEquals(List.of(request("R1")), shown);
    }

    @Test
    void aSuggestionNobodyCouldShowIsRefused() {
        SwitchSend send = new SuggestionHook(request -> {
            throw new IllegalStateException("no screen");
        }).send(request("R1"));

        assertEquals(SwitchSend.refused("the listener failed: java.lang.IllegalStateException: no screen"), send);
    }

    private static SwitchRequest request(String id) {
        OrderTerms terms = new OrderTerms('1', "X", 100, '1', OrderTerms.NO_PRICE, '0', "", new TreeMap<>());
        return new SwitchRequest(id, OrderRef.clOrdId("P"), OrderRef.clOrdId("A"), terms, "EMBR", "VWAP", "SNIPER", Map.of(), "rule", "");
    }
}
