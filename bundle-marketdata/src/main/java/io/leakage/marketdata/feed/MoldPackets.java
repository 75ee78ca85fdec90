package io.leakage.marketdata.feed;

import io.leakage.api.event.Absent;
import io.leakage.api.event.RawInlet;
import io.leakage.marketdata.wire.MoldUdp64Packet;
import io.leakage.marketdata.wire.SequencedStream;
import java.util.Arrays;

/** MoldUDP64 packets that others received and kept whole: their own numbers tell what came twice and what is missing. One thread. */
final class MoldPackets implements RawInlet {
    private static final int SESSION = 10;

    private final ItchToInlet itch;
    private final VenueDay day;
    private final SequencedStream stream;
    private byte[] session;

    MoldPackets(ItchToInlet itch, VenueDay day) {
        this.itch = itch;
        this.day = day;
        this.stream = new SequencedStream(itch, new MoldUdp64Packet());
    }

    @Override
    public String read(long number, byte[] raw, int offset, int length, long receiveNanos) {
        if (receiveNanos == Absent.LONG && !day.isKnown()) {
            return "a packet that does not say when it was received, expected one that does, to tell the day";
        }
        if (length >= MoldUdp64Packet.HEADER && new MoldUdp64Packet().wrap(raw, offset, length) == null) {
            enter(Arrays.copyOfRange(raw, offset, offset + SESSION));
        }
        long unread = stream.unread();
        String damage = stream.packet(raw, offset, length, receiveNanos);
        return damage != null || stream.unread() == unread ? damage
                : (stream.unread() - unread) + " messages of a packet that are not ITCH 5.0";
    }

    private void enter(byte[] next) {
        if (session != null && !Arrays.equals(session, next)) {
            itch.sessionChanged();
        }
        session = next;
    }

    @Override
    public void lost(long fromNumber, long toNumber, long untilNanos) {
        // the packets' own numbers tell
    }

    @Override
    public boolean isBuilt() {
        return true;
    }

    @Override
    public void rebuilding() {
        itch.recovering();
    }

    @Override
    public void rebuilt(long number) {
        itch.recovered(stream.expected());
    }

    @Override
    public void close() {
        // nothing is held
    }
}
