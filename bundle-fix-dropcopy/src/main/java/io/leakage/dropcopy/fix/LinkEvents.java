package io.leakage.dropcopy.fix;

/** Hears of an order session. Called on the session's threads, nothing may be thrown; a message may be sent from within {@link #came}. */
public interface LinkEvents {
    /**
     * A message is about to go out. Nothing may be sent from here.
     *
     * @param clOrdId ClOrdID (11)
     * @param number  MsgSeqNum (34)
     */
    void going(String clOrdId, int number);

    /** An application message came, or a reject of the session's (35=3). */
    void came(LinkReport report);

    /** The other side is not logged on any more; whether it got what went out last is not known. */
    void down();

    /** Some time has passed; ten times a second. */
    void tick();
}
