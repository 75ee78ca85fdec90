package io.leakage.flink;

import io.leakage.api.event.Inlets;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.OrderMessage;
import io.leakage.api.score.Discoveries;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.core.engine.EngineOptions;
import io.leakage.core.engine.FrameBlocks;
import io.leakage.core.engine.LeakageEngine;
import io.leakage.core.engine.LeakyDay;
import io.leakage.core.engine.RandomDay;
import io.leakage.core.tail.RecordDigests;
import io.leakage.core.tail.WholeJournal;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;

/**
 * Journals of random days, and of half an hour of an order that leaks; of an order's id the first letter tells desk
 * and broker, the last venue, one in the middle the strategy.
 */
final class Desks {
    private static final String RULES = """
            {"id": "test", "version": 1, "rules": [{"id": "r", "grade": "AMBER", "for": "1s",
             "when": {"measure": "drift", "atLeast": {"bps": 3}}}]}""";

    private Desks() {
    }

    /** {@return the journal of days of these seeds; one that is there goes on} */
    static Path play(Path journal, long... seeds) {
        try (LeakageEngine engine = new LeakageEngine(new EngineOptions(1024, EngineOptions.Wait.BLOCKING, journal, null, false, 64))) {
            Inlets inlets = byFirstLetter(engine.inlets());
            for (String desk : new String[] {"P", "S", "C"}) {
                inlets.desk().desk("desk-" + desk, desk, true);
            }
            inlets.desk().rules(null, RULES);
            RandomDay.referTo(inlets.reference());
            for (long seed : seeds) {
                new RandomDay(seed, true).play(inlets);
            }
        }
        return journal;
    }

    /** {@return a journal of half an hour of an order P that leaks} */
    static Path leak(Path journal) {
        try (LeakageEngine engine = new LeakageEngine(new EngineOptions(1024, EngineOptions.Wait.BLOCKING, journal, null, false, 64))) {
            Inlets inlets = byFirstLetter(engine.inlets());
            inlets.desk().desk("desk-P", "P", true);
            LeakyDay.leakInto(inlets, 100);
        }
        return journal;
    }

    /** Plays a day more; {@return it as a block} */
    static byte[] behind(Path journal, long seed) {
        long mark = Long.MIN_VALUE;
        try (FrameBlocks blocks = new FrameBlocks(journal, mark, 1 << 22, problem -> { })) {
            blocks.next();
            mark = blocks.mark();
        }
        play(journal, seed);
        try (FrameBlocks blocks = new FrameBlocks(journal, mark, 1 << 22, problem -> { })) {
            return blocks.next();
        }
    }

    static long events(Path journal) {
        return WholeJournal.tell(journal, item -> { }).events();
    }

    static RecordDigests digests(Path journal) {
        RecordDigests digests = new RecordDigests();
        WholeJournal.tell(journal, digests::add);
        return digests;
    }

    /** {@return a desk's discoveries as the job says them} */
    static String discoveries(Scorecard scorecard, String desk) {
        Discoveries found = scorecard.discoveries(desk);
        ParentRow row = new ParentRow();
        List<String> named = found.parents().stream().filter(parent -> scorecard.read(parent, row))
                .map(parent -> scorecard.text(NameKind.ORDER, row.order())).toList();
        return "rate " + found.rate() + ", orders " + found.orders() + ", threshold " + found.threshold() + ", named " + named;
    }

    private static Inlets byFirstLetter(Inlets inlets) {
        return (Inlets) Proxy.newProxyInstance(Desks.class.getClassLoader(), new Class<?>[] {Inlets.class}, (proxy, method, arguments) -> {
            Object answer = call(inlets, method, arguments);
            return answer instanceof OrderInlet orders ? withAccounts(orders) : answer;
        });
    }

    private static OrderInlet withAccounts(OrderInlet orders) {
        return (OrderInlet) Proxy.newProxyInstance(Desks.class.getClassLoader(), new Class<?>[] {OrderInlet.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("accept")) {
                        OrderMessage message = (OrderMessage) arguments[0];
                        int id = OrderMessage.offset(message.clOrdId);
                        int length = OrderMessage.length(message.clOrdId);
                        message.account = OrderMessage.slice(id, 1);
                        message.broker = message.account;
                        message.venue = OrderMessage.slice(id + length - 1, 1);
                        message.strategy = OrderMessage.slice(id + length / 2, 1);
                    }
                    return call(orders, method, arguments);
                });
    }

    private static Object call(Object on, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
