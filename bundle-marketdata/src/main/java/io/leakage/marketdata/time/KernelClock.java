package io.leakage.marketdata.time;

import java.nio.ByteBuffer;

/** Reads the kernel's timex (Linux, 64 bits); changes nothing. One thread. */
final class KernelClock {
    private static final int TIMEX_BYTES = 208;
    private static final int OFFSET_AT = 8;
    private static final int MAX_ERROR_AT = 24;
    private static final int STATUS_AT = 40;
    private static final int TAI_AT = 160;

    private static final int TIME_ERROR = 5;
    private static final int STA_UNSYNC = 0x40;
    private static final int STA_NANO = 0x2000;
    private static final long NANOS_A_MICRO = 1_000;

    private final ByteBuffer timex = Libc.memory(TIMEX_BYTES);
    private final long address = Libc.missing() == null ? Libc.address(timex) : 0;

    /** {@return what the kernel says, null when it cannot be asked} */
    KernelReading read() {
        if (Libc.missing() != null) {
            return null;
        }
        timex.putInt(0, 0);
        int state = Libc.adjtimex(address);
        int status = timex.getInt(STATUS_AT);
        long unit = (status & STA_NANO) != 0 ? 1 : NANOS_A_MICRO;
        return state < 0 ? null : new KernelReading(state != TIME_ERROR && (status & STA_UNSYNC) == 0,
                timex.getLong(OFFSET_AT) * unit, timex.getLong(MAX_ERROR_AT) * NANOS_A_MICRO, timex.getInt(TAI_AT));
    }
}
