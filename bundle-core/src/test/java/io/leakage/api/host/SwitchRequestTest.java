package io.leakage.api.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.score.SwitchState;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request to switch refuses before anything of it can reach a wire. */
class SwitchRequestTest {
    @ParameterizedTest(name = "an id of \"{0}\" cannot be a ClOrdID")
    @ValueSource(strings = {"", "a b", "a\u0001b", "a|b",
        "12345678901234567890123456789012345678901234567890123456789012345"})
    void anIdThatCannotBeAClOrdIdIsRefused(String id) {
        assertTrue(refusal(() -> request(id, "SNIPER", Map.of())).startsWith("id: 1 to 64 letters"));
    }

    @Test
    void aParameterCannotSmuggleInAField() {
        assertEquals("parameters maxPart: printable Latin-1, got character 1 at place 4",
                refusal(() -> request("R1", "SNIPER", Map.of("maxPart", "0.05\u000138=1000000"))));
    }

    @Test
    void aNameCannotEither() {
        assertEquals("parameters: printable Latin-1, got character 1 at place 1",
                refusal(() -> request("R1", "SNIPER", Map.of("a\u0001b", "1"))));
    }

    @Test
    void anOrderIdCannotEither() {
        OrderRef order = OrderRef.clOrdId("A\u000138=1");
        assertEquals("order ClOrdID: printable Latin-1, got character 1 at place 1", refusal(() -> new SwitchRequest("R1",
                OrderRef.clOrdId("P"), order, terms(100), "EMBR", "VWAP", "SNIPER", Map.of(), "rule", "")));
    }

    @Test
    void aSwitchToNoStrategyIsRefused() {
        assertEquals("toStrategy: a strategy, got nothing", refusal(() -> request("R1", "", Map.of())));
    }

    @Test
    void anOrderForNothingIsRefused() {
        assertEquals("quantity: over 0, got 0", refusal(() -> terms(0)));
    }

    @Test
    void whatIsChangedAfterwardsIsNotChangedInTheRequest() {
        Map<String, String> parameters = new TreeMap<>(Map.of("maxPart", "0.05"));
        SwitchRequest request = request("R1", "SNIPER", parameters);
        parameters.put("maxPart", "1");

        assertEquals(Map.of("maxPart", "0.05"), request.parameters());
    }

    @Test
    void aSendSaysWhatWentOutOrWhyNot() {
        assertThrows(IllegalArgumentException.class, () -> SwitchSend.sent(""));
        assertThrows(IllegalArgumentException.class, () -> SwitchSend.refused(""));
        assertThrows(IllegalArgumentException.class, () -> new SwitchSend(SwitchSend.Result.REFUSED, "8=FIX.4.4", "down"));
        assertEquals("down", SwitchSend.refused("down").reason());
    }

    @Test
    void aCapabilityToDoNothingSaysWhy() {
        assertThrows(IllegalArgumentException.class, () -> SwitchCapability.none("EMBR", "SNIPER", ""));
        assertFalse(SwitchCapability.none("EMBR", "SNIPER", "no file").isAny());
        assertTrue(new SwitchCapability("EMBR", "SNIPER", false, true, Set.of(), "").isAny());
    }

    @Test
    void onlyAnAnswerOfTheOtherSideIsOne() {
        assertTrue(SwitchState.REPLACED.isAnswered() && SwitchState.REFUSED.isAnswered());
        assertFalse(SwitchState.TIMED_OUT.isAnswered() || SwitchState.UNKNOWN.isAnswered() || SwitchState.PENDING_REPLACE.isAnswered());
    }

    private static String refusal(Runnable made) {
        return assertThrows(IllegalArgumentException.class, made::run).getMessage();
    }

    private static OrderTerms terms(long quantity) {
        return new OrderTerms('1', "X", quantity, '1', OrderTerms.NO_PRICE, '0', "", new TreeMap<>());
    }

    private static SwitchRequest request(String id, String toStrategy, Map<String, String> parameters) {
        return new SwitchRequest(id, OrderRef.clOrdId("P"), OrderRef.clOrdId("A"), terms(100), "EMBR", "VWAP", toStrategy, parameters,
                "leak-red 3", "card-1");
    }
}
