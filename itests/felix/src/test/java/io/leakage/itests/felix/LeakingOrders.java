package io.leakage.itests.felix;

import io.leakage.api.event.Inlets;
import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.OrderMessage;
import io.leakage.api.event.Side;
import io.leakage.api.event.WhenFull;
import io.leakage.api.host.OrderTerms;
import io.leakage.api.host.OrderTermsReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.TreeMap;

/** Orders of one desk, each of which leaks a second after it arrived: the market drifts by 5 bps and the desk's rule asks for a switch. */
final class LeakingOrders {
    /** Red, and a switch to LIQUIDITY_SEEKER, from a drift of 3 bps on. */
    static final String RULES = "{\"version\": 1, \"id\": \"us\", \"rules\": [{\"id\": \"leak\", "
            + "\"when\": {\"measure\": \"drift\", \"atLeast\": {\"bps\": 3}}, \"grade\": \"RED\", \"veto\": [\"HALT\", \"STALE\", \"GAPPED\"], \"cooldown\": \"0s\", "
            + "\"then\": {\"switchTo\": \"LIQUIDITY_SEEKER\", \"mode\": \"ADVISE\"}}]}";
    /** What stands in every one of these orders. */
    static final OrderTermsReader TERMS = (order, message) -> new OrderTerms('1', "TEST", 1_000, '1', OrderTerms.NO_PRICE, '0', "SWITCH",
            new TreeMap<>());

    private static final long START = 1_767_364_200_000_000_000L;
    private static final long SECOND = 1_000_000_000L;
    private static final long MID = 10_000_000_000L;
    private static final long TICK = 1_000_000L;

    private long sequence;

    /** {@return the configuration of their desk, whose rules stand in a file} */
    static String desk(Path rules) {
        return "id=\"switching\"\naccounts=[\"SWITCH\"]\nenabled=[\"columns\",\"board\",\"rules\",\"switching\"]\nmode=\"ADVISE\"\n"
                + "cooldown.seconds=I\"0\"\nrules=\"" + rules + "\"\n";
    }

    /** An order arrives at the 100th second of its number, and the market moves away a second later. */
    void tell(Inlets inlets, String id, long number) {
        MarketInlet market = inlets.market("test", WhenFull.WAIT);
        int instrument = market.instrument("TEST");
        quote(market, instrument, number * 100, 0);
        OrderInlet orders = inlets.orders("test");
        orders.accept(message('D', (char) 0, id, START + number * 100 * SECOND + 1));
        orders.accept(message('8', '0', id, START + number * 100 * SECOND + 2));
        quote(market, instrument, number * 100 + 1, 5);
    }

    /** An order of this number is cancelled: only later ones are judged from here on. */
    void cancel(Inlets inlets, String id, long number) {
        inlets.orders("test").accept(message('8', '4', id, START + (number * 100 + 50) * SECOND));
    }

    private void quote(MarketInlet market, int instrument, long seconds, int bps) {
        market.quoted(instrument, ++sequence, START + seconds * SECOND, MID + bps * TICK - TICK, 500, MID + bps * TICK + TICK, 500);
    }

    private static OrderMessage message(char type, char execType, String id, long nanos) {
        String raw = "11=" + id + "|55=TEST|1=SWITCH|847=VWAP|";
        OrderMessage message = new OrderMessage();
        message.clear();
        message.msgType = type;
        message.execType = execType;
        message.ordStatus = execType;
        message.side = Side.BUY;
        message.orderQty = 1_000;
        message.transactNanos = nanos;
        message.raw = raw.getBytes(StandardCharsets.ISO_8859_1);
        message.rawLength = message.raw.length;
        message.clOrdId = slice(raw, id);
        message.symbol = slice(raw, "TEST");
        message.account = slice(raw, "SWITCH");
        message.strategy = slice(raw, "VWAP");
        return message;
    }

    private static long slice(String raw, String text) {
        return OrderMessage.slice(raw.indexOf(text), text.length());
    }
}
