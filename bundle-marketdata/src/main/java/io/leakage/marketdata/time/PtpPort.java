package io.leakage.marketdata.time;

/** A PTP port's state (IEEE 1588 table 20), in the standard's numbering from 1. */
enum PtpPort {
    INITIALIZING, FAULTY, DISABLED, LISTENING, PRE_MASTER, MASTER, PASSIVE, UNCALIBRATED, SLAVE;

    private static final PtpPort[] ALL = values();

    /** {@return the state of this number, {@link #FAULTY} for one the standard does not have} */
    static PtpPort of(int number) {
        return number >= 1 && number <= ALL.length ? ALL[number - 1] : FAULTY;
    }
}
