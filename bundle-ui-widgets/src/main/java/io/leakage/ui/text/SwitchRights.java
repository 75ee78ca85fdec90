package io.leakage.ui.text;

/** What somebody may decide about switches, as the service would let them now. Desks are ids; null is the whole firm. Any thread. */
public interface SwitchRights {
    /** {@return the name for the audit} */
    String user();

    /** {@return whether this person may approve, reject, take over and release on this desk} */
    boolean mayApprove(String desk);

    /** {@return whether this person may stop all actions of this desk} */
    boolean mayStop(String desk);

    /** {@return whether this person may let actions of this desk go on} */
    boolean mayRestart(String desk);
}
