package io.leakage.api.event;

/** By what an order says whose it is. Of several that desks have claimed, the one that stands first here decides. */
public enum OrderKey {
    /** Account (1). */
    ACCOUNT,
    /** ClientID (109), else the PartyID (448) whose PartyRole (452) is the client (3). */
    CLIENT,
    /** ExecBroker (76), else the PartyID (448) whose PartyRole (452) is the executing firm (1). */
    BROKER,
    /** SenderSubID (50); in what comes back (8, 9) TargetSubID (57) as well. */
    SENDER_SUB,
    /** Any other tag, written with its value: {@code 9700=US-EQ}. */
    CUSTOM
}
