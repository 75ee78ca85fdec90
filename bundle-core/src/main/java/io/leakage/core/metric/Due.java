package io.leakage.core.metric;

/** What waits for a feed to come to a time. */
public interface Due {
    /** {@return the watermark from which it can be answered for certain} */
    long due();

    /** {@return whether it still waits} */
    boolean isOpen();
}
