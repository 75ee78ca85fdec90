package io.leakage.core.history;

import java.time.ZoneId;

/**
 * How an event journal is kept.
 *
 * @param zone  where its days begin, at midnight
 * @param packs whether full segments are packed
 * @param days  how many days are kept, today among them; 0 for all
 * @param bytes how much is kept on disk at most, as far as whole days before today can be given up; 0 for no limit
 */
public record Keeping(ZoneId zone, boolean packs, int days, long bytes) {
    /** Days of UTC, packed, everything kept. */
    public static final Keeping EVERYTHING = new Keeping(ZoneId.of("UTC"), true, 0, 0);

    /** Refuses what cannot be. */
    public Keeping {
        if (days < 0 || bytes < 0) {
            throw new IllegalArgumentException("journal.keep: days and bytes from 0, got " + days + " days and " + bytes + " bytes");
        }
    }

    /** {@return whether anything is ever given up} */
    public boolean isLimited() {
        return days > 0 || bytes > 0;
    }
}
