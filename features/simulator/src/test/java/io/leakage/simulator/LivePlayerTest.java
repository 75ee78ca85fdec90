package io.leakage.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import quickfix.ApplicationAdapter;
import quickfix.ConfigError;
import quickfix.DefaultMessageFactory;
import quickfix.MemoryStoreFactory;
import quickfix.Message;
import quickfix.SLF4JLogFactory;
import quickfix.SessionID;
import quickfix.SessionSettings;
import quickfix.SocketAcceptor;

@Timeout(120)
class LivePlayerTest {
    private static final SimulatedDay DAY = SimulatedDay.run(DayOptions.ofSeed(3).minutes(2).symbols(2).parents(2));

    /** Accepts one desk with validation on, and keeps what it says. */
    private static final class Acceptor extends ApplicationAdapter implements AutoCloseable {
        private final List<Message> messages = Collections.synchronizedList(new ArrayList<>());
        private final CountDownLatch all;
        private final SocketAcceptor acceptor;

        Acceptor(int port, int expected) throws ConfigError {
            all = new CountDownLatch(expected);
            SessionID id = new SessionID("FIX.4.4", "CARD", "DESK");
            SessionSettings settings = new SessionSettings();
            settings.setString(id, "ConnectionType", "acceptor");
            settings.setString(id, "BeginString", "FIX.4.4");
            settings.setString(id, "SenderCompID", "CARD");
            settings.setString(id, "TargetCompID", "DESK");
            settings.setString(id, "SocketAcceptAddress", InetAddress.getLoopbackAddress().getHostAddress());
            settings.setLong(id, "SocketAcceptPort", port);
            settings.setString(id, "NonStopSession", "Y");
            settings.setString(id, "UseDataDictionary", "Y");
            settings.setString(id, "DataDictionary", "FIX44.xml");
            settings.setString(id, "TimeStampPrecision", "NANOS");
            acceptor = new SocketAcceptor(this, new MemoryStoreFactory(), settings, new SLF4JLogFactory(settings),
                    new DefaultMessageFactory());
            acceptor.start();
        }

        @Override
        public void fromApp(Message message, SessionID session) {
            messages.add(message);
            all.countDown();
        }

        long received() {
            return messages.size();
        }

        @Override
        public void close() {
            acceptor.stop(true);
        }
    }

    @Test
    void everyMarketMessageAndEveryOrderMessageArrivesAtFullSpeed() throws Exception {
        int port = freePort();
        try (MoldReceiver receiver = new MoldReceiver(); Acceptor acceptor = new Acceptor(port, DAY.orders().size());
                MoldUdp64Sender market = new MoldUdp64Sender("20260130", receiver.address());
                DropCopySession desk = new DropCopySession("127.0.0.1", port, "DESK", "CARD")) {
            assertTrue(desk.awaitLogon(Duration.ofSeconds(30)), "no logon");
            List<Long> told = new ArrayList<>();
            new LivePlayer(DAY, market, desk, LivePlayer.FULL_SPEED, Pace.within(receiver::received, acceptor::received, 500, 50),
                    (marketSent, ordersSent, eventNanos) -> told.add(marketSent)).play();

            assertNull(receiver.awaitEnd());
            assertTrue(acceptor.all.await(30, TimeUnit.SECONDS), acceptor.received() + " of " + DAY.orders().size());
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            DAY.market().writeTo(whole);
            assertArrayEquals(whole.toByteArray(), receiver.file.toByteArray());
            assertEquals(DAY.market().size(), told.get(told.size() - 1));
            same(acceptor.messages);
        }
    }

    private static void same(List<Message> received) throws Exception {
        assertEquals(DAY.orders().size(), received.size());
        for (int i = 0; i < received.size(); i++) {
            DeskMessage sent = DAY.orders().get(i);
            assertEquals(sent.type(), received.get(i).getHeader().getString(35));
            for (DeskMessage.Field field : sent.fields()) {
                assertEquals(field.value(), received.get(i).getString(field.tag()));
            }
        }
    }

    @Test
    void atAHundredTimesTheSpeedADayTakesAHundredthOfItsTime() throws Exception {
        SimulatedDay minute = SimulatedDay.run(DayOptions.ofSeed(3).minutes(1).symbols(1).parents(0));
        try (MoldReceiver receiver = new MoldReceiver(); MoldUdp64Sender market = new MoldUdp64Sender("20260130", receiver.address())) {
            long begin = System.nanoTime();
            new LivePlayer(minute, market, null, 100, Pace.within(receiver::received, () -> 0, 500, 1), (m, o, t) -> { }).play();
            double seconds = (System.nanoTime() - begin) / 1e9;

            assertNull(receiver.awaitEnd());
            assertEquals(minute.market().size(), receiver.received());
            // three seconds before the open, a minute, two seconds after the close
            assertTrue(seconds > 0.649, "took " + seconds + " s");
        }
    }

    @Test
    void aMessageBeforeTheLogonIsRefusedWithTheMessage() throws Exception {
        try (DropCopySession desk = new DropCopySession("127.0.0.1", freePort(), "DESK", "NOBODY")) {
            var refusal = assertThrows(IllegalStateException.class, () -> desk.send(new DeskMessage("D", 0).text(11, "P1")));
            assertTrue(refusal.getMessage().contains("11=P1"), refusal.getMessage());
        }
    }

    @Test
    void aSpeedOfZeroIsRefused() throws Exception {
        try (MoldUdp64Sender market = new MoldUdp64Sender("S", new InetSocketAddress(InetAddress.getLoopbackAddress(), 9))) {
            assertThrows(IllegalArgumentException.class, () -> new LivePlayer(DAY, market, null, 0, Pace.FREE, (m, o, t) -> { }));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
