package io.leakage.marketdata.feed;

import io.leakage.api.event.Absent;
import io.leakage.api.event.RawInlet;
import io.leakage.marketdata.wire.Itch50Decoder;

/** Messages of ITCH 5.0 that came one by one, under numbers of whoever brought them. One thread. */
final class ItchMessages implements RawInlet {
    private final ItchToInlet itch;
    private final VenueDay day;

    ItchMessages(ItchToInlet itch, VenueDay day) {
        this.itch = itch;
        this.day = day;
    }

    @Override
    public String read(long number, byte[] raw, int offset, int length, long receiveNanos) {
        if (receiveNanos == Absent.LONG && !day.isKnown()) {
            return "a message that does not say when it was received, expected one that does, to tell the day";
        }
        itch.packet(receiveNanos);
        return itch.message(number, raw, offset, length) ? null : problem(raw, offset, length);
    }

    private static String problem(byte[] raw, int offset, int length) {
        if (length == 0) {
            return "no byte, expected a message of ITCH 5.0";
        }
        int expected = Itch50Decoder.lengthOf(raw[offset]);
        return expected == 0 ? String.format("type 0x%02x, expected one of %s", raw[offset], Itch50Decoder.TYPES)
                : length + " bytes of type " + (char) raw[offset] + ", expected " + expected;
    }

    @Override
    public void lost(long fromNumber, long toNumber, long untilNanos) {
        itch.gap(fromNumber, toNumber);
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
        itch.recovered(number);
    }

    @Override
    public void close() {
        // nothing is held
    }
}
