package io.leakage.core.engine;

import io.leakage.api.event.ClockState;
import io.leakage.api.event.Inlets;
import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.OrderKey;
import io.leakage.api.event.ReferenceField;
import io.leakage.api.event.Side;
import io.leakage.api.event.WhenFull;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A minute of a desk that a journal of format 1, content {@code frame 5}, was recorded of, byte for byte in the test's resources: a bought
 * parent with a child, a sold one of another account, each kind of event that is not a feed's trouble at least once.
 */
final class RecordedDay {
    private static final String RESOURCE = "v1.journal";
    private static final long MILLI = 1_000_000;
    private static final String RULES = "{ \"version\": 1, \"id\": \"morning\", \"rules\": [ { \"id\": \"drifts\","
            + " \"when\": { \"measure\": \"drift\", \"atLeast\": { \"bps\": 1 } }, \"grade\": \"AMBER\" } ] }";

    private RecordedDay() {
    }

    /** Lays the recording into an engine's journal directory. */
    static void lay(Path directory) throws IOException {
        Path events = Files.createDirectories(directory.resolve("events"));
        try (InputStream recorded = RecordedDay.class.getResourceAsStream(RESOURCE)) {
            Files.copy(recorded, events.resolve("00000000000000000000.journal"));
        }
    }

    /** The day once more, by hand. */
    static void play(Inlets inlets) {
        MarketInlet market = inlets.market("feed", WhenFull.WAIT);
        OrderInlet orders = inlets.orders("street");
        int instrument = market.instrument("INST");
        inlets.desk().clock(Tape.START - 1000 * MILLI, ClockState.LOCKED, 500);
        inlets.desk().claim("equities", OrderKey.ACCOUNT, "ACC", true);
        inlets.desk().rules("equities", RULES);
        inlets.reference().tell("INST", ReferenceField.DAILY_VOLUME, 1_000_000);
        market.session(1, Tape.START - 900 * MILLI, 'O');
        market.listed(instrument, 2, Tape.START - 800 * MILLI);
        market.added(instrument, 3, Tape.START - 700 * MILLI, 1, Side.BUY, 500, Tape.price("99.99"));
        market.added(instrument, 4, Tape.START - 700 * MILLI, 2, Side.SELL, 500, Tape.price("100.01"));
        orders.accept(new Tape.Message('D', Tape.START).id("P").account("ACC").side(Side.BUY).quantity(300).message());
        orders.accept(new Tape.Message('D', Tape.START + 100 * MILLI).id("C").parent("P").account("ACC").side(Side.BUY).quantity(200)
                .limit("100.01").message());
        market.executed(instrument, 5, Tape.START + 200 * MILLI, 2, 200, 77);
        orders.accept(new Tape.Message('8', Tape.START + 200 * MILLI).id("C").execution("E1").exec('F', '2').side(Side.BUY).quantity(200)
                .last(200, "100.01").broker("BRKR").venue("XNAS").liquidity(2).fees("0.25").message());
        orders.quarantine("8=FIX".getBytes(StandardCharsets.US_ASCII), 0, 5, "no type");
        market.replaced(instrument, 6, Tape.START + 400 * MILLI, 2, 3, 300, Tape.price("100.03"));
        market.replaced(instrument, 7, Tape.START + 500 * MILLI, 1, 4, 500, Tape.price("100.01"));
        orders.accept(new Tape.Message('D', Tape.START + 600 * MILLI).id("S").account("OTHER").side(Side.SELL).quantity(100).message());
        market.executed(instrument, 8, Tape.START + 700 * MILLI, 4, 100, 78);
        orders.accept(new Tape.Message('8', Tape.START + 700 * MILLI).id("S").execution("E2").exec('F', '2').side(Side.SELL).quantity(100)
                .last(100, "100.01").message());
        market.passed(instrument, 9, Tape.START + 30_000 * MILLI);
        market.ended(9);
        inlets.desk().clock(Tape.START + 31_000 * MILLI, ClockState.LOCKED, 500);
    }
}
