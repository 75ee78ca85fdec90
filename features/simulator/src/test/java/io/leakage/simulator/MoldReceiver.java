package io.leakage.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Listens on loopback, refuses a gap, and keeps what it heard as a length-prefixed file. */
final class MoldReceiver implements AutoCloseable {
    final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final DatagramChannel channel;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile long next = 1;
    private volatile int heartbeats;
    private volatile int largest;
    private volatile String failure;

    MoldReceiver() throws IOException {
        channel = DatagramChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread thread = new Thread(this::listen, "mold-receiver");
        thread.setDaemon(true);
        thread.start();
    }

    InetSocketAddress address() throws IOException {
        return (InetSocketAddress) channel.getLocalAddress();
    }

    /** {@return how many messages came} */
    long received() {
        return next - 1;
    }

    int heartbeats() {
        return heartbeats;
    }

    /** {@return bytes of the largest packet} */
    int largest() {
        return largest;
    }

    /** Waits for the end of the session; {@return what went wrong, null for nothing} */
    String awaitEnd() throws InterruptedException {
        return ended.await(60, TimeUnit.SECONDS) ? failure : "no end of session within a minute, " + received() + " messages";
    }

    private void listen() {
        ByteBuffer packet = ByteBuffer.allocate(65_536);
        try {
            while (ended.getCount() > 0) {
                channel.receive(packet.clear());
                take(packet.flip());
            }
        } catch (IOException e) {
            failure = e.toString();
            ended.countDown();
        }
    }

    private void take(ByteBuffer packet) {
        largest = Math.max(largest, packet.remaining());
        long sequence = packet.getLong(10);
        int count = packet.getShort(18) & 0xFFFF;
        if (sequence != next) {
            failure = "packet begins at " + sequence + ", expected " + next;
            ended.countDown();
        } else if (count == 0xFFFF) {
            ended.countDown();
        } else if (count == 0) {
            heartbeats++;
        } else {
            file.write(packet.array(), 20, packet.remaining() - 20);
            next += count;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
