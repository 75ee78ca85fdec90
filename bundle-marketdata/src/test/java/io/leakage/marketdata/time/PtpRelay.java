package io.leakage.marketdata.time;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A line between two network interfaces that carries PTP's Ethernet frames both ways, each way as slow, as lossy or as dead as a test asks
 * for. The kernel's own netem may be missing.
 */
final class PtpRelay implements Closeable {
    private static final int AF_PACKET = 17;
    private static final int SOCK_RAW_CLOEXEC = 3 | 0x80000;
    private static final int SOL_SOCKET = 1;
    private static final int SO_RCVTIMEO = 20;
    private static final short ETH_P_1588 = (short) 0x88F7;
    private static final int SOCKADDR_LL = 20;
    private static final long PATIENCE_MICROS = 50_000;

    private static final int SO_TIMESTAMPNS = 35;
    private static final int FRAME_BYTES = 2_048;
    /** Behind the Ethernet header. */
    private static final int TYPE_AT = 14;
    private static final int SYNC = 0;
    private static final int DELAY_REQUEST = 1;

    private final int left;
    private final int right;
    private final ScheduledExecutorService line = Executors.newSingleThreadScheduledExecutor();
    private final Thread toRight = new Thread(() -> carry(true), "relay-to-right");
    private final Thread toLeft = new Thread(() -> carry(false), "relay-to-left");
    private final Queue<Long> synced = new ConcurrentLinkedQueue<>();
    private final Queue<Long> asked = new ConcurrentLinkedQueue<>();
    private volatile long toRightNanos;
    private volatile long toLeftNanos;
    private volatile double loss;
    private volatile boolean cut;
    private volatile boolean closed;

    PtpRelay(String left, String right) throws IOException {
        this.left = open(left);
        this.right = open(right);
        toRight.start();
        toLeft.start();
    }

    /** Each frame takes so long, nanoseconds, each way. */
    void delay(long rightwards, long leftwards) {
        toRightNanos = rightwards;
        toLeftNanos = leftwards;
    }

    /** So many of 1 are lost, each way. */
    void loss(double share) {
        loss = share;
    }

    /** Nothing gets through any more, or everything again. */
    void cut(boolean dead) {
        cut = dead;
    }

    /** Forgets what the frames took so far. */
    void measureAnew() {
        synced.clear();
        asked.clear();
    }

    /** {@return how long Syncs took to the right, nanoseconds, sorted: from the kernel's time of their coming to their going} */
    long[] synced() {
        return synced.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    /** {@return how long delay requests took to the left, likewise} */
    long[] asked() {
        return asked.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private void carry(boolean rightwards) {
        Random dice = new Random(rightwards ? 1 : 2);
        ByteBuffer frame = Libc.memory(FRAME_BYTES);
        long address = Libc.address(frame);
        MessageHeader header = new MessageHeader();
        while (!closed) {
            long length = Libc.recvmsg(rightwards ? left : right, header.into(address, FRAME_BYTES), 0);
            if (length > TYPE_AT && !cut && dice.nextDouble() >= loss) {
                header.read();
                long came = header.stampNanos();
                ByteBuffer copy = Libc.memory((int) length).put(0, frame, 0, (int) length);
                long due = came + (rightwards ? toRightNanos : toLeftNanos) - WallClock.epochNanos();
                line.schedule(() -> send(rightwards, copy, came), due, TimeUnit.NANOSECONDS);
            }
        }
    }

    private void send(boolean rightwards, ByteBuffer frame, long came) {
        long took = WallClock.epochNanos() - came;
        Libc.send(rightwards ? right : left, Libc.address(frame), frame.capacity(), 0);
        int type = frame.get(TYPE_AT) & 0x0F;
        if (rightwards && type == SYNC) {
            synced.add(took);
        } else if (!rightwards && type == DELAY_REQUEST) {
            asked.add(took);
        }
    }

    private static int open(String device) throws IOException {
        int socket = Libc.socket(AF_PACKET, SOCK_RAW_CLOEXEC, Short.reverseBytes(ETH_P_1588) & 0xFFFF);
        int index = Integer.parseInt(Files.readString(Path.of("/sys/class/net", device, "ifindex")).strip());
        ByteBuffer name = Libc.memory(SOCKADDR_LL).putShort(0, (short) AF_PACKET).putInt(4, index);
        name.putShort(2, Short.reverseBytes(ETH_P_1588));
        ByteBuffer patience = Libc.memory(16).putLong(8, PATIENCE_MICROS);
        ByteBuffer on = Libc.memory(4).putInt(0, 1);
        if (socket < 0 || Libc.bind(socket, Libc.address(name), SOCKADDR_LL) != 0
                || Libc.setsockopt(socket, SOL_SOCKET, SO_TIMESTAMPNS, Libc.address(on), 4) != 0
                || Libc.setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, Libc.address(patience), 16) != 0) {
            throw Libc.failure("raw socket on " + device);
        }
        return socket;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        try {
            toRight.join();
            toLeft.join();
            line.shutdownNow();
            line.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Libc.close(left);
        Libc.close(right);
    }
}
