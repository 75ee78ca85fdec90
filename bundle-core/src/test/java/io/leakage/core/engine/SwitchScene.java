package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.ClockState;
import io.leakage.api.event.DeskFeature;
import io.leakage.api.event.DeskMode;
import io.leakage.api.event.DeskTerms;
import io.leakage.api.event.Side;
import io.leakage.api.score.AlgoSwitch;
import io.leakage.api.score.AlgoSwitch.Capable;
import io.leakage.api.score.Objection;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.SwitchDesk;
import io.leakage.api.score.SwitchState;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.switching.HookSaid;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/**
 * A desk whose rule asks to switch an order of 1,000 to buy to LIQUIDITY_SEEKER when the mid has drifted 3 bps; the order P works under VWAP
 * and arrived at a mid of 100. The scene answers for the hook: that it can send, until told otherwise.
 */
final class SwitchScene {
    static final String DESK = "us";
    private static final long NEAR = Tape.price("100.04");

    final ReplayEngine engine = new ReplayEngine(this::witness);
    final SwitchDoor door = (SwitchDoor) engine.inlets().switches();
    final Tape.Player player = new Tape.Player(engine.inlets());
    /** Every state every switch had. */
    final List<AlgoSwitch> told = new ArrayList<>();
    private final Queue<AlgoSwitch> unasked = new ArrayDeque<>();
    boolean capable = true;
    private int version;
    private long flickered;
    private long sequence = 1_000_000;

    SwitchScene(DeskMode mode, String then) {
        engine.inlets().desk().clock(nanos(0), ClockState.LOCKED, 1_000);
        engine.inlets().desk().desk(DESK, "ACC", true);
        terms(terms(mode, 1, 20, 5));
        rules(then);
        player.quote(nanos(0), Tape.price("99.99"), Tape.price("100.01"));
        order("P", 1);
    }

    static DeskTerms terms(DeskMode mode, int perParent, int perDesk, int perMinute) {
        return new DeskTerms(Set.of(DeskFeature.values()), mode, perParent, perDesk, perMinute, 5, 300_000_000_000L, 0.15, 60_000_000_000L);
    }

    void terms(DeskTerms terms) {
        engine.inlets().desk().terms(DESK, terms);
    }

    /** @param then what stands behind the strategy: {@code 'mode': 'ADVISE'} */
    void rules(String then) {
        engine.inlets().desk().rules(DESK, ("{'version': " + ++version + ", 'id': 'us', 'rules': [{'id': 'leak', 'when': {'measure': 'drift',"
                + " 'atLeast': {'bps': 3}}, 'clearAt': {'drift': {'bps': 1}}, 'grade': 'RED', 'then': {'switchTo': 'LIQUIDITY_SEEKER', "
                + then + "}]}").replace('\'', '"'));
    }

    void order(String id, double millis) {
        player.orders.accept(new Tape.Message('D', nanos(millis)).id(id).account("ACC").side(Side.BUY).quantity(1_000).strategy("VWAP").message());
        player.orders.accept(new Tape.Message('8', nanos(millis)).id(id).orderId("O-" + id).side(Side.BUY).exec('0', '0').quantity(1_000)
                .message());
    }

    /** The mid moves so many bps away from 100 against the buyer. */
    SwitchScene drift(double millis, double bps) {
        long half = Tape.price("0.01");
        long mid = Tape.price("100") + Math.round(bps * Tape.price("0.01"));
        player.quote(nanos(millis), mid - half, mid + half);
        answer();
        return this;
    }

    /** An order joins the touch and leaves again, a microsecond later each time. */
    void flicker() {
        flickered += 2_000;
        long nanos = nanos(1_500) + flickered;
        player.market.added(player.instrument, ++sequence, nanos, 77, Side.BUY, 100, NEAR);
        player.market.deleted(player.instrument, ++sequence, nanos + 1_000, 77);
    }

    SwitchScene passed(double millis) {
        player.market.passed(player.instrument, ++sequence, nanos(millis));
        answer();
        return this;
    }

    SwitchScene approve(String by) {
        door.approve(last().number(), by);
        return this;
    }

    SwitchScene says(HookSaid said, String reason) {
        door.hook(last().number(), said, reason);
        return this;
    }

    /** The drop copy shows the request's id. */
    SwitchScene reports(double millis, char msgType, char execType, char ordStatus) {
        Tape.Message message = new Tape.Message(msgType, nanos(millis)).id(last().id()).original("P").side(Side.BUY).exec(execType, ordStatus);
        player.orders.accept((msgType == '9' ? message.refuses('2') : message.quantity(1_000).strategy("LIQUIDITY_SEEKER")).message());
        return this;
    }

    /** The hook says at once what it can do, as the mailbox would have it. */
    private void answer() {
        for (AlgoSwitch one = unasked.poll(); one != null; one = unasked.poll()) {
            door.hook(one.number(), capable ? HookSaid.CAPABLE : HookSaid.NOT_CAPABLE, capable ? "" : "the broker's file does not say so");
        }
    }

    private void witness(LeakageEvent event) {
        if (event.rows() != null && event.rows().hasSwitching()) {
            for (AlgoSwitch one : event.rows().switching().switches()) {
                told.add(one);
                if (one.state() == SwitchState.PROPOSED && one.capable() == Capable.NOT_ASKED) {
                    unasked.add(one);
                }
            }
        }
    }

    AlgoSwitch last() {
        List<AlgoSwitch> all = engine.scorecard().switches().all();
        assertTrue(!all.isEmpty(), "no switch was proposed; " + objections());
        return all.get(all.size() - 1);
    }

    SwitchState state() {
        return last().state();
    }

    int switches() {
        return engine.scorecard().switches().all().size();
    }

    /** {@return how many switches were handed to the hook} */
    long approved() {
        return told.stream().filter(one -> one.state() == SwitchState.APPROVED).map(AlgoSwitch::number).distinct().count();
    }

    List<String> objections() {
        return engine.scorecard().switches().objections().stream().map(Objection::guard).toList();
    }

    SwitchDesk desk() {
        return engine.scorecard().switches().desks().stream().filter(desk -> desk.desk() >= 0).findFirst().orElseThrow();
    }

    ParentRow row() {
        ParentRow row = new ParentRow();
        assertTrue(engine.scorecard().read(0, row));
        return row;
    }

    static long nanos(double millis) {
        return Tape.START + Math.round(millis * 1e6);
    }
}
