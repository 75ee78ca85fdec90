package io.leakage.core.engine;

import io.leakage.api.event.DeskMode;
import io.leakage.api.event.DeskTerms;
import io.leakage.core.event.LeakageEvent;
import java.nio.charset.StandardCharsets;

/** A desk's terms as the text of an event: their numbers in order, between blanks; no text where the desk is no more. */
final class TermsText {
    private TermsText() {
    }

    /**
     * Encodes terms, before a slot is claimed for them.
     *
     * @throws IllegalArgumentException when their numbers are so long that no event has room for them
     */
    static byte[] of(DeskTerms terms) {
        if (terms == null) {
            return new byte[0];
        }
        String text = terms.bits() + " " + terms.mode() + " " + terms.maxSwitchesPerParent() + " " + terms.maxSwitchesPerDesk() + " "
                + terms.maxSwitchesPerMinute() + " " + terms.maxMessagesPerSecond() + " " + terms.cooldownNanos() + " "
                + terms.minimumRemaining() + " " + terms.approvalNanos() + " " + terms.falseDiscoveryRate();
        if (text.length() > LeakageEvent.MAX_TEXT) {
            throw new IllegalArgumentException("terms: at most " + LeakageEvent.MAX_TEXT + " characters in the journal, got \"" + text
                    + "\"");
        }
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * {@return them; null when the desk is no more} Numbers out of range become the nearest in it: a journal may be older than what is
     * refused today.
     */
    static DeskTerms read(LeakageEvent event) {
        if (event.textLength == 0) {
            return null;
        }
        String[] told = new String(event.text(), 0, event.textLength, StandardCharsets.US_ASCII).split(" ");
        return new DeskTerms(DeskTerms.features(Integer.parseInt(told[0])), DeskMode.valueOf(told[1]), count(told[2]), count(told[3]),
                count(told[4]), count(told[5]), Math.max(0, Long.parseLong(told[6])), share(told[7], DeskTerms.DEFAULT.minimumRemaining()),
                Math.max(0, Long.parseLong(told[8])), share(told.length > 9 ? told[9] : "NaN", DeskTerms.DEFAULT.falseDiscoveryRate()));
    }

    private static int count(String text) {
        return Math.max(0, Integer.parseInt(text));
    }

    private static double share(String text, double usual) {
        double told = Double.parseDouble(text);
        return Double.isNaN(told) ? usual : Math.min(1, Math.max(0, told));
    }
}
