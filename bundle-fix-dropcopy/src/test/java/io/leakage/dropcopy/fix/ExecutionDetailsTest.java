package io.leakage.dropcopy.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leakage.api.event.Absent;
import io.leakage.api.event.OrderMessage;
import io.leakage.dropcopy.profile.Profiles;
import io.leakage.testing.Garbage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a fill of 200 at 10.50 says beside the trade. */
class ExecutionDetailsTest {
    private static final String FILL = "35=8|37=O|11=A|17=E|150=F|39=1|55=X|54=1|38=1000|32=200|31=10.5|14=200|";
    private final OrderMessage message = new OrderMessage();

    @ParameterizedTest(name = "{0} costs {1}")
    @CsvSource(delimiter = ';', value = {
        "12=0.02|13=1|;4.00",              // 0.02 × 200
        "12=.05|13=2|;105.00",             // 5 % of 10.50 × 200 = 2,100
        "12=7.25|13=3|;7.25",
        "12=7.25|;7.25",
        "12=-1.5|13=3|;-1.5",              // a rebate
        "12=2|13=3|136=2|137=0.3|138=USD|139=7|137=0.2|139=4|;2.50",
        "136=3|137=1|137=x|137=2|;3.00"})  // what cannot be read is not there
    void commissionAndEveryFeeAreMoneyOfThisExecution(String fields, double money) {
        scan(fields);
        assertEquals(Math.round(money * 1e8), message.fees);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @CsvSource(delimiter = ';', value = {"''", "12=x|13=3|", "12=5|13=6|", "12=92233720368.5|13=1|"})
    void whatNobodySaysOrCannotBeIsAbsent(String fields) {
        scan(fields == null ? "" : fields);
        assertEquals(Absent.LONG, message.fees);
        assertEquals(200, message.lastQty, "the fill is true all the same");
    }

    @ParameterizedTest(name = "{0} names {1}")
    @CsvSource(delimiter = ';', value = {
        "76=BRK|;BRK",
        "453=1|448=FIRM|447=D|452=1|;FIRM",
        "453=3|448=DESK|447=D|452=11|448=FIRM|447=D|452=1|448=LAST|452=3|;FIRM",
        "453=2|448=NOROLE|448=FIRM|452=1|;FIRM",
        "76=BRK|453=1|448=FIRM|452=1|;BRK"})
    void theBrokerIsTheExecutingFirm(String fields, String broker) {
        scan(fields);
        assertEquals(broker, Fix.text(message, message.broker));
    }

    @ParameterizedTest(name = "\"{0}\"")
    @CsvSource(delimiter = ';', value = {"''", "453=1|448=DESK|452=11|", "453=1|448=DESK|", "452=1|448=DESK|"})
    void whoIsNoExecutingFirmIsNoBroker(String fields) {
        scan(fields == null ? "" : fields);
        assertEquals(OrderMessage.NO_TEXT, message.broker);
    }

    @ParameterizedTest(name = "{0} trades with {1}")
    @CsvSource(delimiter = ';', value = {
        "375=CTR|;CTR",
        "382=2|375=CTR|437=100|375=OTHER|437=100|;CTR",
        "453=2|448=FIRM|447=D|452=1|448=CONTRA|447=D|452=17|;CONTRA",
        "453=2|448=NEAR|452=7|448=CONTRA|452=17|;CONTRA",
        "375=CTR|453=1|448=CONTRA|452=17|;CTR"})
    void theCounterpartyIsTheContraFirm(String fields, String counterparty) {
        scan(fields);
        assertEquals(counterparty, Fix.text(message, message.counterparty));
    }

    @ParameterizedTest(name = "\"{0}\"")
    @CsvSource(delimiter = ';', value = {"''", "453=1|448=FIRM|452=1|", "453=1|448=TRADER|452=37|", "453=1|448=FIRM|452=170|",
        "453=1|448=FIRM|452=7|"})
    void whoIsNoContraFirmIsNoCounterparty(String fields) {
        scan(fields == null ? "" : fields);
        assertEquals(OrderMessage.NO_TEXT, message.counterparty);
    }

    @Test
    void theDecisionPriceStandsInTheTagTheProfileNames() {
        scan("9123=10.25|");
        assertEquals(Absent.LONG, message.decisionPrice, "none is named");
        scan("9123=10.25|", "decision.tag=9123");
        assertEquals(1_025_000_000L, message.decisionPrice);
        scan("9123=later|", "decision.tag=9123");
        assertEquals(Absent.LONG, message.decisionPrice);
    }

    @Test
    void readingItLeavesNoGarbage() {
        FixScan scan = new FixScan(Profiles.of("generic-44"), false, () -> null);
        byte[] raw = Fix.bytes("8=FIX.4.4|" + FILL.replace("17=E|", "17=0|")
                + "12=.05|13=2|137=0.3|137=0.2|453=3|448=A|452=3|448=FIRM|452=1|448=CONTRA|452=17|");
        Runnable reads = () -> {
            for (int i = 0; i < 10_000; i++) {
                scan.scan(raw, 0, raw.length, message);
            }
        };
        reads.run();
        assertEquals(0, Garbage.bytesOf(reads));
    }

    private void scan(String fields, String... overrides) {
        byte[] raw = Fix.bytes("8=FIX.4.4|" + FILL + fields);
        FixScan scan = new FixScan(Profiles.of("generic-44", List.of(overrides)), false, () -> null);
        assertEquals(FixScan.Outcome.ORDER, scan.scan(raw, 0, raw.length, message), scan.problem());
    }
}
