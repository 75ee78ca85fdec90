package io.leakage.marketdata.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.health.FeedState;
import io.leakage.marketdata.tape.CountingInlet;
import io.leakage.marketdata.tape.RequestServer;
import io.leakage.marketdata.tape.Wire;
import io.leakage.marketdata.time.WallClock;
import io.leakage.marketdata.wire.LiveSink;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** More than the venue sends on average, over a real socket on loopback. */
class BurstTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final int AVERAGE = 5_000;
    private static final int BURST = 20 * AVERAGE;
    private static final int PER_PACKET = 25;
    private static final long SECOND = 1_000_000_000L;
    /** The venue's midnight: what clocks differ by does not matter. */
    private static final long MIDNIGHT = WallClock.epochNanos();

    private final CountingInlet inlet = new CountingInlet();
    private final ItchToInlet itch = new ItchToInlet(inlet, VenueDay.undated());
    private final CountDownLatch ended = new CountDownLatch(1);

    @Test
    void scenario31_aBurstOfTwentyTimesTheAverageIsDrainedWithoutLossAndItsLagMeasured() throws Exception {
        List<byte[]> day = day(AVERAGE + BURST);
        try (RequestServer again = new RequestServer(day, PER_PACKET); DatagramChannel line = DatagramChannel.open();
                UdpReceiver receiver = open(endTold(itch), again)) {
            line.connect(new InetSocketAddress(LOOPBACK, receiver.port(0)));
            int sent = send(line, day, 0, AVERAGE);
            sent = send(line, day, sent, BURST);
            end(line, sent + 1);

            FeedState state = receiver.state();
            assertEquals(AVERAGE + BURST, state.messages());
            assertEquals(0, state.lost(), "what the socket had no room for was asked for again");
            assertEquals(AVERAGE + BURST, inlet.calls());
            assertTrue(state.maxLagNanos() >= state.lagNanos() && state.maxLagNanos() < 10 * SECOND, state::toString);
            assertTrue(FeedText.of(List.of(state)).contains("  lag "), "the lag is shown");
        }
    }

    @Test
    void scenario31_whatWaitsInTheSocketsBufferIsLag() throws Exception {
        CountDownLatch allSent = new CountDownLatch(1);
        LiveSink slow = (LiveSink) Proxy.newProxyInstance(LiveSink.class.getClassLoader(), new Class<?>[] {LiveSink.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("message") && arguments[0].equals(2L)) {
                        assertTrue(allSent.await(10, TimeUnit.SECONDS));
                    }
                    return method.invoke(endTold(itch), arguments);
                });
        try (DatagramChannel line = DatagramChannel.open();
                UdpReceiver receiver = UdpReceiver.open("slow", UdpFraming.MOLD, LiveSettings.of(new LineAddress(LOOPBACK, 0, null)),
                        slow)) {
            line.connect(new InetSocketAddress(LOOPBACK, receiver.port(0)));
            long took = stamped(line, 1);
            while (receiver.state().messages() == 0) {
                Thread.onSpinWait();
            }
            took = now() - took;
            long stamp = stamped(line, 2);
            stamped(line, 3);
            while (now() - stamp < 10 * took + SECOND / 50) {
                LockSupport.parkNanos(1_000_000);
            }
            long held = now() - stamp;
            allSent.countDown();
            end(line, 4);

            // message 2 was held from its stamp for 10 times as long as message 1 took, and 20 ms
            long most = receiver.state().maxLagNanos();
            assertTrue(most > held / 2, most + " ns lag, held for " + held + " ns");
            assertEquals(3, receiver.state().messages());
        }
    }

    /** Sends one message. {@return its stamp} */
    private static long stamped(DatagramChannel line, int sequence) throws IOException {
        long stamp = now();
        line.write(ByteBuffer.wrap(Wire.mold("S", sequence, Wire.add(1, stamp, sequence, 'B', 100, "INST", 10_000))));
        return stamp;
    }

    private static long now() {
        return WallClock.epochNanos() - MIDNIGHT;
    }

    private UdpReceiver open(LiveSink sink, RequestServer again) throws IOException {
        return UdpReceiver.open("burst", UdpFraming.MOLD,
                LiveSettings.of(new LineAddress(LOOPBACK, 0, null)).requesting(again.address()), sink);
    }

    /** Messages of the right size; their stamps are set when they are sent. */
    private static List<byte[]> day(int messages) {
        List<byte[]> day = new ArrayList<>();
        for (int n = 1; n <= messages; n++) {
            day.add(Wire.add(1, 0, n, 'B', 100, "INST", 10_000));
        }
        return day;
    }

    /** Sends so many messages within a second. {@return the last one's number} */
    private static int send(DatagramChannel line, List<byte[]> day, int sent, int count) throws IOException {
        long begin = System.nanoTime();
        for (int done = 0; done < count; done += PER_PACKET) {
            long due = begin + SECOND * done / count;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            List<byte[]> messages = day.subList(sent + done, sent + done + PER_PACKET);
            long nanos = now();
            messages.forEach(message -> ByteBuffer.wrap(message).putShort(5, (short) (nanos >>> 32)).putInt(7, (int) nanos));
            line.write(ByteBuffer.wrap(Wire.mold("S", sent + done + 1L, messages.toArray(byte[][]::new))));
        }
        return sent + count;
    }

    private void end(DatagramChannel line, long next) throws Exception {
        do {
            line.write(ByteBuffer.wrap(Wire.mold("S", next, 0xFFFF, new byte[0])));
        } while (!ended.await(100, TimeUnit.MILLISECONDS));
    }

    private LiveSink endTold(LiveSink to) {
        return (LiveSink) Proxy.newProxyInstance(LiveSink.class.getClassLoader(), new Class<?>[] {LiveSink.class},
                (proxy, method, arguments) -> {
                    Object answer = method.invoke(to, arguments);
                    if (method.getName().equals("ended")) {
                        ended.countDown();
                    }
                    return answer;
                });
    }
}
