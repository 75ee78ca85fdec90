package io.leakage.dropcopy.profile;

/** What a source does after it began its sequence numbers anew (141=Y, or 35=4 with 123=N). */
public enum AfterReset {
    /** Says nothing of what it sent before: whatever was on its way is unknown. */
    FORGETS,
    /** Goes on where it stopped, and sends again what it is not sure of, with 97=Y. */
    RESUMES
}
