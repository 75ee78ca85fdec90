package io.leakage.dropcopy.fix;

/**
 * How the other side of a source keeps its numbers and its messages.
 *
 * @param buffers whether it keeps for us what it sends while we are away; where it does not, each absence is a hole
 * @param resumes whether it goes on where it stopped even when it logs on with ResetSeqNumFlag (141); where it does not, such a logon
 * leaves
 *                the orders of before in doubt
 */
record SequencePolicy(boolean buffers, boolean resumes) {
    /** Keeps what it sent, and a reset means what it says. */
    static final SequencePolicy GENERIC = new SequencePolicy(true, false);
}
