package io.leakage.marketdata.feed;

import io.leakage.marketdata.wire.CapturedFrame;

/** Takes the packets of a capture. Called on the reader's thread. */
@FunctionalInterface
public interface PacketListener {
    /**
     * One packet, of any kind: most listeners look at {@link io.leakage.marketdata.wire.FrameKind#UDP} only.
     *
     * @param frame the packet; it and its bytes are reused, so they are read here and now
     */
    void packet(CapturedFrame frame);
}
