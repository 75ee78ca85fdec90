package io.leakage.marketdata.wire;

/**
 * The trailer of the Arista 7150: 4 bytes that hold a counter of 31 bits at 350 MHz, before the frame's checksum or in its place. Its zero
 * is told by key frames, IP protocol 253: counter of 64 bits, UTC nanoseconds, last synchronisation (8 bytes each); since EOS 4.13 skew
 * numerator and denominator; then time of the key frame, drops (8 each), device, interface (2 each), where the trailer stands, unused (1
 * each). Layout as published by Arista ("Decoding UTC from the timestamps on 7150 Series").
 *
 * <p>The counter comes round in 6.1 s: a frame captured more than 3 s from the last key frame gets no time. From the second key frame on
 * the counter's measured speed is used, when it lies within 2 % of the nominal one.
 */
final class CounterTrailer {
    private static final int KEY_FRAME_PROTOCOL = 253;
    private static final int KEY_FRAME = 46;
    private static final int KEY_FRAME_WITH_SKEW = 62;
    private static final int IN_PLACE_OF_CHECKSUM = 2;
    private static final double NANOS_PER_TICK = 20.0 / 7;
    private static final double MOST_ERROR = 0.02;
    private static final long HALF_ROUND_NANOS = 3_000_000_000L;

    private final boolean checksumCaptured;
    private boolean keyed;
    private long keyTicks;
    private long keyNanos;
    private long keyCaptureNanos;
    private int device;
    private boolean replaced;
    private double nanosPerTick = NANOS_PER_TICK;

    /** {@code checksumCaptured}: whether the capture kept the frames' checksums, behind the counter. */
    CounterTrailer(boolean checksumCaptured) {
        this.checksumCaptured = checksumCaptured;
    }

    /** {@return whether the frame has a time now; key frames have none and set the clock} */
    boolean read(CapturedFrame frame, HardwareStamp stamp) {
        if (frame.kind() == FrameKind.IP && frame.protocol() == KEY_FRAME_PROTOCOL && isKeyFrame(frame.payloadLength())) {
            key(frame.bytes(), frame.payload(), frame.payloadLength() >= KEY_FRAME_WITH_SKEW, frame.packet().nanos());
            return false;
        }
        CapturedPacket packet = frame.packet();
        int at = packet.end() - (checksumCaptured && !replaced ? 8 : 4);
        if (!keyed || at < frame.ipEnd() || packet.wireLength() > packet.length() || isFar(packet.nanos())) {
            return false;
        }
        int ticks = ticks(BigEndian.i32(frame.bytes(), at));
        if (ticks == 0) {
            return false;   // the switch sent the frame itself
        }
        stamp.set(StampFormat.COUNTER_TRAILER, keyNanos + Math.round(sinceKey(ticks) * nanosPerTick), packet.nanos());
        stamp.from(device, 0);
        return true;
    }

    private static boolean isKeyFrame(int length) {
        return length >= KEY_FRAME;
    }

    private void key(byte[] bytes, int at, boolean skew, long captureNanos) {
        long ticks = BigEndian.i64(bytes, at);
        long nanos = BigEndian.i64(bytes, at + 8);
        double measured = (nanos - keyNanos) / (double) (ticks - keyTicks);
        nanosPerTick = keyed && Math.abs(measured / NANOS_PER_TICK - 1) < MOST_ERROR ? measured : NANOS_PER_TICK;
        keyTicks = ticks;
        keyNanos = nanos;
        keyCaptureNanos = captureNanos;
        int tail = at + (skew ? 56 : 40);
        device = BigEndian.u16(bytes, tail);
        replaced = bytes[tail + 4] == IN_PLACE_OF_CHECKSUM;
        keyed = true;
    }

    private boolean isFar(long captureNanos) {
        return captureNanos != CapturedPacket.NO_TIME && keyCaptureNanos != CapturedPacket.NO_TIME
                && Math.abs(captureNanos - keyCaptureNanos) > HALF_ROUND_NANOS;
    }

    /** The highest bit of the last byte is not part of the counter. */
    private static int ticks(int word) {
        return (word & 0xFFFFFF00) >>> 1 | word & 0x7F;
    }

    /** The difference in 31 bits, with its sign: a frame may overtake its key frame. */
    private int sinceKey(int ticks) {
        return (ticks - (int) keyTicks << 1) >> 1;
    }
}
