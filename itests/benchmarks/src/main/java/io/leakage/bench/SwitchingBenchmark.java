package io.leakage.bench;

import io.leakage.api.event.ClockState;
import io.leakage.api.event.DeskFeature;
import io.leakage.api.event.DeskMode;
import io.leakage.api.event.DeskTerms;
import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.OrderMessage;
import io.leakage.api.event.Side;
import io.leakage.api.event.WhenFull;
import io.leakage.api.host.AlgoSwitchHook;
import io.leakage.api.host.SwitchCapability;
import io.leakage.api.host.SwitchRequest;
import io.leakage.api.host.SwitchSend;
import io.leakage.api.score.AlgoSwitch.Capable;
import io.leakage.core.engine.EngineOptions;
import io.leakage.core.engine.LeakageEngine;
import io.leakage.dropcopy.order.FixCancelReplaceHook;
import io.leakage.dropcopy.order.FixatdlCapabilities;
import io.leakage.dropcopy.order.HookLimits;
import io.leakage.dropcopy.order.RawOrderTerms;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * A switch on its way, in a running engine with its journal and its audit on disk, over a real FIX session: from the quote that breaches a
 * rule to the proposal a reader sees, and from a person's approval to the bytes of the cancel/replace at the other end of the session;
 * the first ones, now and then, in a JVM that has compiled its market's way alone, and later ones at once, when it has compiled theirs; and
 * how many leave after a kill.
 */
final class SwitchingBenchmark implements Benchmark {
    private static final int ORDERS = Integer.getInteger("orders", 300);
    /** Rounds of as many orders until the JVM's compilers, which take the cores from what they compile, have come to rest, and at most. */
    private static final int ROUNDS = 40;
    /** Rounds measured after that. */
    private static final int MEASURED = 3;
    /** Of a core. */
    private static final double COMPILES = 0.05;
    private static final int WARM_UP = 100_000;
    private static final long SECOND = 1_000_000_000L;
    private static final long START = 1_767_364_200L * SECOND;
    /** Nobody answers. */
    private static final long ANSWER_NANOS = 3_600 * SECOND;
    private static final long MID = 10_000_000_000L;
    private static final long TICK = 1_000_000L;
    private static final long LOOK_NANOS = 20_000;
    private static final long QUIET_NANOS = 10_000_000L;
    /** From the feed's thread to the pipeline's, the outlet's and the reader's: three, and back to an even number. */
    private static final int HAND_OVERS = 4;
    private static final int LINE_BYTES = 600;
    private static final String RULES = "{ \"version\": 1, \"id\": \"r\", \"rules\": [{ \"id\": \"leak\", \"when\": { \"measure\": \"drift\", "
            + "\"atLeast\": { \"bps\": 3 } }, \"grade\": \"RED\", \"then\": { \"switchTo\": \"LIQUIDITY_SEEKER\", "
            + "\"parameters\": { \"maxPart\": 0.05 }, \"mode\": \"ADVISE\" } }] }";
    private static final String FILE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Strategies xmlns="http://www.fixprotocol.org/FIXatdl-1-1/Core" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                        strategyIdentifierTag="847" changeStrategyOnCxlRpl="true">
              <Strategy name="LIQUIDITY_SEEKER" wireValue="2">
                <Parameter name="maxPart" xsi:type="Percentage_t" fixTag="7002" use="optional" mutableOnCxlRpl="true"/>
              </Strategy>
            </Strategies>
            """;

    private long sequence;
    private long switches;
    private long nanos = START;

    @Override
    public String name() {
        return "switching";
    }

    @Override
    public Report run() throws Exception {
        Path directory = Files.createTempDirectory("switching");
        try (FixOrderDesk desk = new FixOrderDesk()) {
            return run(directory, desk);
        } finally {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private Report run(Path directory, FixOrderDesk desk) throws IOException {
        Path atdl = Files.writeString(directory.resolve("broker.xml"), FILE);
        try (LeakageEngine engine = new LeakageEngine(new EngineOptions(16_384, EngineOptions.Wait.BLOCKING, directory.resolve("journal"), null,
                false, ORDERS * (ROUNDS + MEASURED + 1)));
                FixCancelReplaceHook hook = new FixCancelReplaceHook(desk.otherSide(), Map.of("", FixatdlCapabilities.read(atdl)),
                        new HookLimits(1_000, ANSWER_NANOS, false), engine.hookNews(), System::nanoTime, InstantSource.system());
                Echo echo = new Echo(); FileChannel line = FileChannel.open(directory.resolve("line"), StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
            hook.start();
            await(hook::isLoggedOn);
            Timed timed = new Timed(hook);
            engine.hook(timed);
            engine.terms(new RawOrderTerms());
            configure(engine);
            MarketInlet market = engine.inlets().market("feed", WhenFull.WAIT);
            OrderInlet orders = engine.inlets().orders("desk");
            warm(market, orders, engine);
            Report report = new Report(name());
            Times first = new Times(Compiling::rest);
            round(first, engine, market, orders, desk, timed, echo, line);
            figures(report, "the first " + ORDERS + ", now and then: breach to visible proposal", first.proposal, Goal.atMost(5));
            figures(report, "the first " + ORDERS + ", now and then: approval to the bytes of 35=G", first.approval, Goal.atMost(5));
            figures(report, "of it: approval to the hook, its line forced", first.toHook, null);
            figures(report, "bare: a value through " + HAND_OVERS + " threads", first.handOver, null);
            figures(report, "bare: a line forced to this disk", first.forced, null);
            Times warming = first;
            for (int i = 1; i < ROUNDS && warming.compiling.share() > COMPILES; i++) {
                warming = new Times(Times::atOnce);
                round(warming, engine, market, orders, desk, timed, echo, line);
            }
            Times times = new Times(Times::atOnce);
            for (int i = 0; i < MEASURED; i++) {
                round(times, engine, market, orders, desk, timed, echo, line);
            }
            report.figure("compiling meanwhile", "of a core", first.compiling.share());
            report.figure("compiling from here on", "of a core", times.compiling.share());
            figures(report, "breach to visible proposal", times.proposal, Goal.atMost(5));
            figures(report, "approval to the bytes of 35=G at the other end", times.approval, Goal.atMost(5));
            figures(report, "of it: approval to the hook, its line forced", times.toHook, null);
            figures(report, "approval to the other side's application", times.taken, null);
            figures(report, "bare: a value through " + HAND_OVERS + " threads", times.handOver, null);
            figures(report, "bare: a line forced to this disk", times.forced, null);
            return report.figure("left after a kill", "messages", leftAfterKill(engine, market, orders, desk), Goal.atMost(0));
        }
    }

    /** As many orders, each switched once. */
    private void round(Times times, LeakageEngine engine, MarketInlet market, OrderInlet orders, FixOrderDesk desk, Timed timed, Echo echo,
            FileChannel line) throws IOException {
        Compiling compiling = new Compiling();
        for (int i = 0; i < ORDERS; i++) {
            times.pause.run();
            times.handOver.recordValue(echo.nanos(HAND_OVERS));
            times.pause.run();
            times.forced.recordValue(force(line));
            times.pause.run();
            times.proposal.recordValue(propose(engine, market, orders));
            times.pause.run();
            long approved = System.nanoTime();
            engine.inlets().switches().approve(switches, "bench");
            await(() -> desk.received() == switches);
            times.approval.recordValue(desk.wireNanos() - approved);
            times.toHook.recordValue(timed.asked - approved);
            times.taken.recordValue(desk.lastNanos() - approved);
        }
        compiling.end();
        times.compiling.add(compiling);
    }

    /** One more order, whose market breaches the rule. {@return from the breaching quote to the proposal a reader sees} */
    private long propose(LeakageEngine engine, MarketInlet market, OrderInlet orders) {
        long number = ++switches;
        int instrument = market.instrument("I" + number);
        quote(market, instrument, 0);
        order(orders, "P" + number, "I" + number, engine);
        long breached = System.nanoTime();
        quote(market, instrument, 5);
        await(() -> engine.scorecard().switches().find(number) != null);
        long proposed = System.nanoTime();
        await(() -> engine.scorecard().switches().find(number).capable() == Capable.YES);
        return proposed - breached;
    }

    private long leftAfterKill(LeakageEngine engine, MarketInlet market, OrderInlet orders, FixOrderDesk desk) {
        long before = desk.received();
        propose(engine, market, orders);
        long number = switches;
        engine.inlets().switches().kill("us", "bench");
        engine.inlets().switches().approve(number, "bench");
        long killed = System.nanoTime();
        await(() -> System.nanoTime() - killed > QUIET_NANOS && engine.scorecard().switches().find(number).state().isOver());
        return desk.received() - before;
    }

    /** A market moves under an order that no rule minds, as it does all day, until the JVM has compiled what that takes. */
    private void warm(MarketInlet market, OrderInlet orders, LeakageEngine engine) {
        int instrument = market.instrument("WARM");
        quote(market, instrument, 0);
        order(orders, "W", "WARM", engine);
        Compiling compiling = new Compiling();
        for (int round = 0; round == 0 || round < ROUNDS && compiling.share() > COMPILES; round++) {
            compiling = new Compiling();
            for (int i = 0; i < WARM_UP; i++) {
                nanos += 1_000_000L - SECOND;
                quote(market, instrument, i % 2);
            }
            await(() -> engine.scorecard().progress().marketNanos() == nanos);
            compiling.end();
        }
    }

    private static void figures(Report report, String what, Histogram histogram, Goal p99) {
        report.figure(what, "ms p50", histogram.getValueAtPercentile(50) / 1e6);
        report.figure(what, "ms p99", histogram.getValueAtPercentile(99) / 1e6, p99);
        report.figure(what, "ms max", histogram.getMaxValue() / 1e6);
    }

    private static void configure(LeakageEngine engine) {
        engine.inlets().desk().clock(START, ClockState.LOCKED, 1_000);
        engine.inlets().desk().desk("us", "ACC", true);
        engine.inlets().desk().terms("us", new DeskTerms(Set.of(DeskFeature.values()), DeskMode.ADVISE, 1, 1_000_000, 1_000_000, 1_000, 0, 0.15,
                ANSWER_NANOS));
        engine.inlets().desk().rules("us", RULES);
    }

    /** The mid stands so many bps above where it began. */
    private void quote(MarketInlet market, int instrument, int bps) {
        nanos += SECOND;
        market.quoted(instrument, ++sequence, nanos, MID + bps * TICK - TICK, 500, MID + bps * TICK + TICK, 500);
    }

    private void order(OrderInlet orders, String id, String symbol, LeakageEngine engine) {
        String head = "8=FIX.4.4\u00019=0\u000135=";
        String body = "\u000111=" + id + "\u00011=ACC\u000155=" + symbol + "\u000154=1\u000138=1000\u000140=1\u000159=0\u0001847=VWAP\u000110=000\u0001";
        orders.accept(message('D', (char) 0, head + "D" + body, id, symbol));
        orders.accept(message('8', '0', head + "8\u000137=O" + body, id, symbol));
        await(() -> engine.scorecard().find(id) >= 0);
    }

    private OrderMessage message(char type, char execType, String raw, String id, String symbol) {
        OrderMessage message = new OrderMessage();
        message.clear();
        message.msgType = type;
        message.execType = execType;
        message.ordStatus = execType;
        message.side = Side.BUY;
        message.orderQty = 1_000;
        message.transactNanos = nanos + 1;
        message.raw = raw.getBytes(StandardCharsets.ISO_8859_1);
        message.rawLength = message.raw.length;
        message.clOrdId = value(raw, "11=", id);
        message.symbol = value(raw, "55=", symbol);
        message.account = value(raw, "1=", "ACC");
        message.strategy = value(raw, "847=", "VWAP");
        return message;
    }

    private static long value(String raw, String tag, String text) {
        return OrderMessage.slice(raw.indexOf('\u0001' + tag + text) + 1 + tag.length(), text.length());
    }

    /** {@return how long it took to append a line to a file and force it to the disk, as the audit must before a request leaves} */
    private static long force(FileChannel file) throws IOException {
        ByteBuffer line = ByteBuffer.allocate(LINE_BYTES);
        long begun = System.nanoTime();
        file.write(line);
        file.force(false);
        return System.nanoTime() - begun;
    }

    /** What some rounds took. */
    private static final class Times {
        private final Histogram proposal = new Histogram(10 * SECOND, 3);
        private final Histogram approval = new Histogram(10 * SECOND, 3);
        private final Histogram toHook = new Histogram(10 * SECOND, 3);
        private final Histogram taken = new Histogram(10 * SECOND, 3);
        private final Histogram handOver = new Histogram(10 * SECOND, 3);
        private final Histogram forced = new Histogram(10 * SECOND, 3);
        private final Compiling compiling = new Compiling();
        private final Runnable pause;

        /** With this pause before what is timed. */
        Times(Runnable pause) {
            this.pause = pause;
        }

        /** No pause. */
        static void atOnce() {
        }
    }

    /** Notes when a request came, and hands it on. */
    private static final class Timed implements AlgoSwitchHook {
        private final AlgoSwitchHook hook;
        private volatile long asked;

        Timed(AlgoSwitchHook hook) {
            this.hook = hook;
        }

        @Override
        public SwitchCapability capability(String broker, String strategy) {
            return hook.capability(broker, strategy);
        }

        @Override
        public SwitchSend send(SwitchRequest request) {
            asked = System.nanoTime();
            return hook.send(request);
        }
    }

    /** A thread that gives back what it is given: what handing over costs on this machine at best. */
    private static final class Echo implements AutoCloseable {
        private final SynchronousQueue<Boolean> there = new SynchronousQueue<>();
        private final SynchronousQueue<Boolean> back = new SynchronousQueue<>();
        private final Thread thread = new Thread(this::echo, "echo");

        Echo() {
            thread.setDaemon(true);
            thread.start();
        }

        private void echo() {
            try {
                while (there.take()) {
                    back.put(true);
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }

        /** {@return how long so many hand-overs took, an even number} */
        long nanos(int handOvers) {
            long begun = System.nanoTime();
            try {
                for (int i = 0; i < handOvers; i += 2) {
                    there.put(true);
                    back.take();
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            return System.nanoTime() - begun;
        }

        @Override
        public void close() {
            thread.interrupt();
        }
    }

    private static void await(BooleanSupplier met) {
        long until = System.nanoTime() + 30 * SECOND;
        while (!met.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("waited 30 s in vain");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
