package io.leakage.core.engine;

import io.leakage.api.event.Inlets;
import io.leakage.api.event.Side;

/** A random day, among it orders of which a message names another instrument than the order is in. */
public final class MovedDay {
    private static final long MILLI = 1_000_000;
    private static final long NIGHT = 15 * 3600 * 1000 * MILLI;

    private final RandomDay day;
    private long nanos = Tape.START + MILLI;

    /** A day of this seed. */
    public MovedDay(long seed) {
        day = new RandomDay(seed, false);
        legs();
        renamed();
        childElsewhere();
        childFirst();
        byOrderId();
        asked();
    }

    /** An order of AAA, then BBB's under its id a night later. */
    public MovedDay withReusedId() {
        tell(message('D', "AAA").id("N").side(Side.BUY).quantity(100));
        fill("AAA", "N", "N1");
        nanos += NIGHT;
        tell(message('D', "BBB").id("N").side(Side.SELL).quantity(200));
        fill("BBB", "N", "N2");
        fill("BBB", "N", "N3");
        return this;
    }

    /** A child of BBB that turns out late to be AAA's parent's. */
    public MovedDay withLateLink() {
        tell(message('D', "AAA").id("Q").side(Side.BUY).quantity(300));
        tell(message('D', "BBB").id("QC").side(Side.BUY).quantity(100));
        tell(message('8', "BBB").id("QC").parent("Q").execution("QX").exec('F', '2').last(100, "100.20"));
        return this;
    }

    /** A filled parent M of desk D whose algo and broker are others later; MC was told filled before it turned out to be M's child. */
    public MovedDay withLateTerms() {
        tell(message('D', "AAA").id("M").account("D").strategy("VWAP").broker("B1").side(Side.BUY).quantity(300));
        tell(message('8', "AAA").id("M").execution("M1").exec('F', '1').last(100, "100.20"));
        tell(message('D', "AAA").id("MC").account("D").side(Side.BUY).quantity(100));
        fill("AAA", "MC", "MX");
        tell(message('8', "AAA").id("M").strategy("TWAP").broker("B2").exec('5', '1').quantity(300));
        tell(message('8', "AAA").id("MC").parent("M").exec('4', '4'));
        return this;
    }

    /** Plays all of it. */
    public void play(Inlets inlets) {
        day.play(inlets);
    }

    private void legs() {
        tell(message('D', "AAA").id("L").side(Side.BUY).quantity(300));
        tell(message('8', "BBB").id("L").execution("L1").exec('F', '1').legs('2').last(100, "100.20"));
        tell(message('8', "CCC").id("L").execution("L2").exec('F', '1').legs('2').last(100, "100.30"));
        fill("AAA", "L", "L3");
    }

    private void renamed() {
        tell(message('D', "AAA").id("R").side(Side.BUY).quantity(300));
        fill("AAA", "R", "R1");
        tell(message('8', "CCC").id("R").exec('D', '1').restated(0).quantity(300));
        fill("CCC", "R", "R2");
        tell(message('8', "CCC").id("Rr").original("R").exec('5', '0').quantity(200));
        fill("CCC", "Rr", "R3");
    }

    private void childElsewhere() {
        tell(message('D', "BBB").id("K").side(Side.BUY).quantity(300));
        tell(message('D', "CCC").id("KC").parent("K").side(Side.BUY).quantity(100).limit("101"));
        fill("CCC", "KC", "K1");
    }

    private void childFirst() {
        tell(message('D', "AAA").id("FC").parent("F").side(Side.SELL).quantity(100).limit("99"));
        tell(message('D', "BBB").id("F").side(Side.SELL).quantity(300));
        fill("AAA", "FC", "F1");
    }

    private void byOrderId() {
        tell(message('8', "BBB").id("O").orderId("X1").side(Side.BUY).quantity(300).exec('0', '0'));
        tell(message('8', "AAA").orderId("X1").execution("O1").exec('F', '1').last(100, "100.20"));
    }

    /** Quotes asked for an order of BBB. */
    private void asked() {
        tell(message('D', "BBB").id("W").side(Side.BUY).quantity(300));
        tell(message('R', "BBB").quote("W?", null).id("W").side(Side.BUY).quantity(300).asks("D1", "D2"));
        tell(message('S', "BBB").quote("W?", "W!").asks("D1").prices("99.99", "100.01"));
        tell(message('J', "BBB").quote(null, "W!").answers(1));
        fill("BBB", "W", "W1");
    }

    private void fill(String symbol, String order, String execution) {
        tell(message('8', symbol).id(order).execution(execution).exec('F', '1').last(100, "100.20"));
    }

    private Tape.Message message(char type, String symbol) {
        nanos += 10 * MILLI;
        return new Tape.Message(type, nanos, symbol);
    }

    private void tell(Tape.Message message) {
        day.orders.add(inlet -> inlet.accept(message.message()));
    }
}
