package io.leakage.dropcopy.fix;

/** What is asked of a connector beside what QuickFIX/J's own tell. */
interface Connector {
    /** {@return whether its thread has something still to hear, the end of a connection too; any thread} */
    boolean isBusy();
}
