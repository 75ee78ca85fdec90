package io.leakage.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quickfix.DataDictionary;
import quickfix.Message;

class DropCopyTest {
    private static final SimulatedDay DAY = SimulatedDay.run(DayOptions.ofSeed(7).minutes(6));

    @TempDir
    private Path folder;

    @Test
    void everyLineOfTheLogIsAMessageThatTheStandardAccepts() throws Exception {
        DAY.writeOrders(folder.resolve("orders.fix"));
        List<String> lines = Files.readAllLines(folder.resolve("orders.fix"), StandardCharsets.ISO_8859_1);
        DataDictionary dictionary = new DataDictionary("FIX44.xml");

        int sequence = 0;
        for (String line : lines) {
            Message message = read(line.substring(line.indexOf(": ") + 2), dictionary);
            assertEquals(++sequence, message.getHeader().getInt(34));
        }
        assertEquals(DAY.orders().size(), sequence);
    }

    private static Message read(String text, DataDictionary dictionary) throws Exception {
        Message message = new Message(text, dictionary, true);
        dictionary.validate(message);
        return message;
    }

    @Test
    void theDeskSendsEveryKindOfMessageAndNeverBackInTime() {
        Set<String> kinds = new HashSet<>();
        long before = 0;
        for (DeskMessage message : SimulatedDay.run(DayOptions.ofSeed(7)).orders()) {
            kinds.add(message.type() + (message.get(150) == null ? "" : message.get(150)));
            assertTrue(message.sentNanos() >= before, message::toString);
            before = message.sentNanos();
        }
        assertTrue(kinds.containsAll(Set.of("D", "G", "F", "80", "8F", "84", "85")), kinds::toString);
    }

    @Test
    void everyParentIsAnnouncedBeforeItsChildrenAndFilledToTheLastShare() {
        Map<String, Long> quantities = new HashMap<>();
        Map<String, Long> executed = new HashMap<>();
        for (DeskMessage message : DAY.orders()) {
            if (message.type().equals("D") && message.get(526) == null) {
                quantities.put(message.get(11), Long.parseLong(message.get(38)));
            } else {
                assertTrue(quantities.containsKey(message.get(526)), message::toString);
            }
            if ("F".equals(message.get(150))) {
                executed.merge(message.get(526), Long.parseLong(message.get(32)), Long::sum);
            }
        }
        assertEquals(DAY.parents().size(), quantities.size());
        assertEquals(quantities, executed);
    }

    /** What an order's reports add up to. */
    private static final class Ledger {
        private long cum;
        private BigDecimal notional = BigDecimal.ZERO;
    }

    @Test
    void cumLeavesAndAverageAreWhatTheFillsAddUpTo() {
        Map<String, Ledger> ledgers = new HashMap<>();
        Set<String> executions = new HashSet<>();
        for (DeskMessage report : DAY.orders()) {
            if (!report.type().equals("8")) {
                continue;
            }
            assertTrue(executions.add(report.get(17)), report::toString);
            Ledger ledger = ledgers.computeIfAbsent(report.get(37), id -> new Ledger());
            if (report.get(150).equals("F")) {
                ledger.cum += Long.parseLong(report.get(32));
                ledger.notional = ledger.notional.add(new BigDecimal(report.get(31)).multiply(new BigDecimal(report.get(32))));
            }
            check(report, ledger);
        }
    }

    private static void check(DeskMessage report, Ledger ledger) {
        long quantity = Long.parseLong(report.get(38));
        boolean over = report.get(150).equals("4");
        assertEquals(ledger.cum, Long.parseLong(report.get(14)), report::toString);
        assertEquals(over ? 0 : quantity - ledger.cum, Long.parseLong(report.get(151)), report::toString);
        assertEquals(over ? "4" : ledger.cum == 0 ? "0" : ledger.cum < quantity ? "1" : "2", report.get(39), report::toString);
        if (ledger.cum > 0) {
            BigDecimal average = ledger.notional.divide(BigDecimal.valueOf(ledger.cum), 8, RoundingMode.HALF_EVEN);
            assertEquals(0, average.compareTo(new BigDecimal(report.get(6))), report::toString);
        }
    }

    @Test
    void everyFillHasItsTradeOnTheTapeAtTheSameNanosecond() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DAY.market().writeTo(out);
        Map<Long, Long> prices = new HashMap<>();
        Map<String, Integer> trades = new HashMap<>();
        for (ItchReader.Message m : ItchReader.read(out.toByteArray())) {
            switch (m.type()) {
                case 'A', 'F' -> prices.put(m.number(11, 8), m.number(32, 4) * 10_000);
                case 'U' -> prices.put(m.number(19, 8), m.number(31, 4) * 10_000);
                case 'E' -> trades.merge(trade(m.nanos() + DAY.options().midnightNanos(), m.number(19, 4), prices.get(m.number(11, 8))), 1,
                        Integer::sum);
                default -> { }
            }
        }
        int fills = 0;
        for (DeskMessage message : DAY.orders()) {
            if ("F".equals(message.get(150))) {
                String fill = message.get(60) + " " + message.get(32) + " " + message.get(31);
                assertTrue(trades.merge(fill, -1, Integer::sum) >= 0, message::toString);
                fills++;
            }
        }
        assertTrue(fills > 100, fills + " fills");
    }

    private static String trade(long nanos, long shares, long price) {
        return FixText.time(nanos) + " " + shares + " " + FixText.decimal(price);
    }

    @Test
    void noFillIsThroughItsChildsLimit() {
        for (DeskMessage report : DAY.orders()) {
            if ("F".equals(report.get(150))) {
                int sign = report.get(54).equals("1") ? 1 : -1;
                assertTrue(sign * new BigDecimal(report.get(31)).compareTo(new BigDecimal(report.get(44))) <= 0, report::toString);
            }
        }
    }
}
