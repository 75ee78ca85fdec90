package io.leakage.marketdata.feed;

import io.leakage.marketdata.wire.IexTpSegment;
import io.leakage.marketdata.wire.MoldUdp64Packet;
import io.leakage.marketdata.wire.SequencedPacket;
import java.util.function.Supplier;

/** How a venue packs its messages into UDP packets. */
public enum UdpFraming {
    /** Nasdaq's MoldUDP64. */
    MOLD("mold-udp", MoldUdp64Packet::new),
    /** IEX-TP with DEEP 1.0 in it; nobody is asked for what is lost. */
    IEX_DEEP("iex-udp", () -> new IexTpSegment(IexTpSegment.DEEP)),
    /** IEX-TP with TOPS 1.6 in it; nobody is asked for what is lost. */
    IEX_TOPS("iex-udp", () -> new IexTpSegment(IexTpSegment.TOPS));

    private final String transport;
    private final Supplier<SequencedPacket> packets;

    UdpFraming(String transport, Supplier<SequencedPacket> packets) {
        this.transport = transport;
        this.packets = packets;
    }

    /** {@return the transport's name in configurations and states, as in mold-udp} */
    public String transport() {
        return transport;
    }

    /** {@return a packet of this kind, not yet laid over anything} */
    public SequencedPacket packet() {
        return packets.get();
    }
}
