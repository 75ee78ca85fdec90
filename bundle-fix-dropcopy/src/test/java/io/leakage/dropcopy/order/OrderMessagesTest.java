package io.leakage.dropcopy.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.host.SwitchCapability;
import io.leakage.api.host.SwitchRequest;
import io.leakage.dropcopy.fix.FixVersion;
import io.leakage.dropcopy.fix.LinkMessage;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a switch says on the wire. */
class OrderMessagesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T14:30:00.123Z");
    private static final Map<String, String> PART = Map.of("maxPart", "0.05");

    private final OrderMessages fix44 = new OrderMessages(FixVersion.FIX_4_4);
    private final OrderMessages fix50 = new OrderMessages(FixVersion.FIX_5_0_SP2);

    @Test
    void aReplaceRestatesTheOrderAndChangesTheStrategy() {
        LinkMessage message = fix44.replace(Brokers.request("R1", "A"), "A", Brokers.embr(), NOW);

        assertEquals("G", message.type());
        assertEquals("1=ACC|11=R1|15=USD|37=O-A|38=1000|40=2|41=A|44=10.5|54=5|55=X|59=0|60=20260302-14:30:00.123|847=1003|7010=0.05|"
                + "7013=LS|", barred(message));
    }

    @Test
    void fix50CarriesParametersAsAGroup() {
        LinkMessage message = fix50.replace(Brokers.request("R1", "A"), "A", Brokers.embr(), NOW);

        assertEquals("1=ACC|11=R1|15=USD|37=O-A|38=1000|40=2|41=A|44=10.5|54=5|55=X|59=0|60=20260302-14:30:00.123|847=1003|",
                barred(message));
        assertEquals(957, message.count());
        assertEquals("[{958=maxPart, 959=11, 960=0.05}, {958=deskCode, 959=14, 960=LS}]", message.entries().toString());
    }

    @Test
    void fix50WithoutTheGroupGoesByTags() {
        LinkMessage message = fix50.replace(Brokers.request("R1", "A"), "A", Brokers.embr(" tag957Support=\"true\"", ""), NOW);

        assertTrue(barred(message).endsWith("|7010=0.05|7013=LS|"));
        assertEquals(0, message.count());
    }

    @Test
    void aBrokersOwnTagNamesTheStrategy() {
        LinkMessage message = fix44.replace(Brokers.request("R1", "A"), "A",
                Brokers.embr("strategyIdentifierTag=\"847\"", "strategyIdentifierTag=\"7000\""), NOW);

        assertTrue(barred(message).contains("|7000=1003|"));
        assertFalse(barred(message).contains("|847="), "the strategy it had");
    }

    @Test
    void theOldStrategysParametersAreNotRestated() {
        LinkMessage message = fix44.replace(Brokers.request("R1", "A", "LIQUIDITY_SEEKER", PART,
                Map.of(847, "1", 848, "x", 849, "10", 7001, "3", 7099, "kept")), "A", Brokers.embr(), NOW);

        assertTrue(barred(message).endsWith("|847=1003|7010=0.05|7013=LS|7099=kept|"), barred(message));
    }

    @Test
    void aCancelNamesTheOrder() {
        assertEquals("1=ACC|11=R1.C|37=O-A|38=1000|41=A|54=5|55=X|60=20260302-14:30:00.123|",
                barred(fix44.cancel(Brokers.request("R1", "A"), "A", "R1.C", NOW)));
    }

    @Test
    void aNewOrderIsForTheRest() {
        LinkMessage message = fix44.renew(Brokers.request("R1", "A"), Brokers.embr(), 300, NOW);

        assertEquals("1=ACC|11=R1|15=USD|38=300|40=2|44=10.5|54=5|55=X|59=0|60=20260302-14:30:00.123|847=1003|7010=0.05|7013=LS|",
                barred(message));
    }

    @ParameterizedTest(name = "{0}={1}: {2}")
    @CsvSource(delimiter = ';', value = {
        "maxPart; 0.9; 'maxPart: at most 0.3, got \"0.9\"'",
        "speed; 1; 'LIQUIDITY_SEEKER has no parameter \"speed\"'",
        "dark; Y; 'LIQUIDITY_SEEKER needs the parameter \"maxPart\", got none'",
        "deskCode; LX; 'LIQUIDITY_SEEKER needs the parameter \"maxPart\", got none'"})
    void aParameterTheFileDoesNotAllowIsRefused(String name, String value, String why) {
        assertEquals(why, refusal(Brokers.request("R1", "A", "LIQUIDITY_SEEKER", Map.of(name, value), Map.of()), Brokers.embr()));
    }

    @Test
    void aParameterThatAReplaceMayNotSetIsRefused() {
        assertEquals("startTime: embr.xml does not say mutableOnCxlRpl, so it cannot be set", refusal(Brokers.request("R1", "A",
                "LIQUIDITY_SEEKER", Map.of("maxPart", "0.05", "startTime", "20260302-15:00:00"), Map.of()), Brokers.embr()));
    }

    @Test
    void aFileCannotRewriteTheOrder() {
        assertEquals("tag 38 belongs to the order or the session, not to a strategy, got \"0.05\"",
                refusal(Brokers.request("R1", "A"), Brokers.embr("fixTag=\"7010\"", "fixTag=\"38\"")));
    }

    @ParameterizedTest(name = "tag {0} is not one of the other fields")
    @CsvSource({"11", "34", "38", "43", "122", "453"})
    void theOtherFieldsCannotStandInForTheOrdersOwn(int tag) {
        assertEquals("tag " + tag + " cannot be restated as one of the other fields, got \"1\"",
                refusal(Brokers.request("R1", "A", "LIQUIDITY_SEEKER", PART, Map.of(tag, "1")), Brokers.embr()));
    }

    @Test
    void aCapabilityIsWhatTheFileSays() {
        assertEquals(new SwitchCapability("EMBR", "LIQUIDITY_SEEKER", true, false, Set.of("maxPart", "style", "dark"), ""),
                capability(fix44, Brokers.embr(), "LIQUIDITY_SEEKER", false));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = ';', value = {
        "SNIPER; embr.xml has no strategy \"SNIPER\" for single orders",
        "PAIRS; embr.xml has no strategy \"PAIRS\" for single orders",
        "SCHEDULED; embr.xml does not say mutableOnCxlRpl of [endTime] of SCHEDULED",
        "GROUP_ONLY; embr.xml names no way to carry [hidden] of GROUP_ONLY"})
    void aStrategyOutOfReachSaysWhy(String strategy, String why) {
        assertEquals(SwitchCapability.none("EMBR", strategy, why), capability(fix44, Brokers.embr(), strategy, false));
    }

    @Test
    void theGroupCarriesWhatHasNoTag() {
        assertTrue(capability(fix50, Brokers.embr(), "GROUP_ONLY", false).byReplace());
    }

    @Test
    void noFileIsNoCapability() {
        assertEquals("there is no FIXatdl file of broker \"EMBR\"", capability(fix44, null, "VWAP", true).reason());
    }

    @Test
    void whereAReplaceMayNotChangeTheStrategyOnlyACancelCan() {
        assertEquals("embr.xml does not say changeStrategyOnCxlRpl", capability(fix44, Brokers.withoutReplace(), "VWAP", false).reason());
        SwitchCapability can = capability(fix44, Brokers.withoutReplace(), "LIQUIDITY_SEEKER", true);
        assertTrue(can.byCancelNew() && !can.byReplace());
        assertEquals(Set.of("maxPart", "style", "dark", "deskCode", "startTime"), can.parameters());
    }

    private static SwitchCapability capability(OrderMessages messages, FixatdlCapabilities file, String strategy, boolean cancelsNew) {
        return messages.capability(file, "EMBR", strategy, cancelsNew);
    }

    private String refusal(SwitchRequest request, FixatdlCapabilities file) {
        return assertThrows(IllegalArgumentException.class, () -> fix44.replace(request, "A", file, NOW)).getMessage();
    }

    private static String barred(LinkMessage message) {
        StringBuilder text = new StringBuilder();
        message.fields().forEach((tag, value) -> text.append(tag).append('=').append(value).append('|'));
        return text.toString();
    }
}
