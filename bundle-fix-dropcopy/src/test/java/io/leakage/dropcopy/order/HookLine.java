package io.leakage.dropcopy.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leakage.api.host.SwitchNews;
import io.leakage.api.score.SwitchState;
import io.leakage.dropcopy.fix.Await;
import io.leakage.dropcopy.fix.DropCopySource;
import io.leakage.dropcopy.fix.FixVersion;
import io.leakage.dropcopy.fix.ScriptedVenue;
import io.leakage.dropcopy.fix.Told;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A hook with a scripted EMS at the other end of its order session, over real sockets; its clock goes when the test says so. */
final class HookLine implements AutoCloseable {
    /** The order's fields in the EMS's reports, without ids, states and quantities filled. */
    static final String ORDER = "54=5|55=X|38=1000|60=20260302-14:30:00.123|";

    /** Ours. */
    final FixCancelReplaceHook hook;
    /** Theirs. */
    final ScriptedVenue ems;
    /** What the hook told, in order. */
    final List<SwitchNews> news = new CopyOnWriteArrayList<>();

    private final AtomicLong nanos = new AtomicLong(1);
    private int seen;
    private int executions;

    /** Both sides, not joined. */
    HookLine(FixVersion version, boolean acceptor, FixatdlCapabilities file, HookLimits limits) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        DropCopySource line = new DropCopySource("orders", version, acceptor, "localhost", port, "LEAK", "EMS", 5, 1, 0, "", "", "UTC", "",
                0);
        hook = new FixCancelReplaceHook(line, Map.of("EMBR", file), limits, news::add, nanos::get, () -> Instant.EPOCH);
        ems = new ScriptedVenue(line);
        hook.start();
    }

    /** Both sides logged on, we connecting, FIX 4.4, EMBR's file. */
    static HookLine joined(HookLimits limits) throws IOException {
        return new HookLine(FixVersion.FIX_4_4, false, Brokers.embr(), limits).logon();
    }

    /** Logs on, again after the connection ended. */
    HookLine logon() {
        ems.logon();
        Await.until(hook::isLoggedOn, () -> "our side is not logged on");
        return this;
    }

    /** The EMS's report of this order: {@code 11=R1|41=A|150=5|39=0|14=0|}. */
    void report(String fields) {
        ems.send("8", "37=O|17=E" + executions++ + "|" + fields + ORDER);
    }

    /** Some time passes, and the hook looks at its clock. */
    void pass(long millis) {
        nanos.addAndGet(millis * 1_000_000);
        hook.tick();
    }

    /** The connection ends without a word, and our side has noticed. */
    void cut() {
        ems.cut();
        Await.until(() -> !hook.isLoggedOn(), () -> "our side is still logged on");
    }

    /** Waits for the news after those already seen. */
    SwitchNews next() {
        Await.until(() -> news.size() > seen, () -> "no news after " + news);
        return news.get(seen++);
    }

    /** Waits for the next news, which is this state of this request. */
    SwitchNews expect(String requestId, SwitchState state) {
        SwitchNews one = next();
        assertEquals(requestId + " " + state, one.requestId() + " " + one.state(), one.toString());
        return one;
    }

    /** All that was sent to us has been heard, and it was no news. */
    void expectNoMore() {
        ems.settle();
        assertEquals(List.of(), news.subList(seen, news.size()));
    }

    /** All we sent has been heard, and none of it was of this type. */
    void expectNone(String type) {
        ems.settle();
        assertEquals(List.of(), ems.heard(type).stream().map(Told::text).toList());
    }

    @Override
    public void close() throws IOException {
        hook.close();
        ems.close();
    }
}
