package io.leakage.simulator;

/** How a parent order is worked. The numbers are chosen to differ visibly on a scorecard, not to be good. */
public enum Style {
    /** Sweeps the far side at regular intervals and sizes: quick, dear, and easy to recognise. */
    AGGRESSIVE(24, 0, 0, 0.10, 1.20, 8),
    /** A volume-paced slicer: rests at the near touch, crosses what is left near each slice's end. */
    VWAP(20, 0.75, 0.4, 0.30, 0.12, 2),
    /** Rests at the near touch, follows it, and crosses only at the very end. */
    PASSIVE(12, 1, 0.4, 0.35, 0.06, 2);

    final int slices;
    /** The part of a slice spent resting before it crosses; 1 is never, but in the last slice. */
    final double restShare;
    /** How uneven slices are. */
    final double jitter;
    /** The part of the day it works. */
    final double dayShare;
    /** Its size as a part of the volume to be expected meanwhile. */
    final double participation;
    /** How far beyond the far touch it reaches when it crosses. */
    final int sweepTicks;

    Style(int slices, double restShare, double jitter, double dayShare, double participation, int sweepTicks) {
        this.slices = slices;
        this.restShare = restShare;
        this.jitter = jitter;
        this.dayShare = dayShare;
        this.participation = participation;
        this.sweepTicks = sweepTicks;
    }
}
