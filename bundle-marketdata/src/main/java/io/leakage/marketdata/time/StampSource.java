package io.leakage.marketdata.time;

/** Where a receive time was taken, from best to worst. */
public enum StampSource {
    /** Hardware on the way (a tap or switch), in a trailer of the captured frame. */
    HW_TRAILER,
    /** The network card, as the packet came off the line. */
    NIC_HW,
    /** The kernel, as the card's driver handed the packet over. */
    KERNEL,
    /** This process, after it was given the packet. */
    JVM
}
