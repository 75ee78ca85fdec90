package io.leakage.api.score;

import java.util.List;

/**
 * Whether a desk may switch, as it stood when something about it changed.
 *
 * @param desk    the desk ({@link NameKind#DESK}); −1 for the whole firm, which only a kill concerns
 * @param mode    how far its configuration lets it go: {@code OFF}, {@code OBSERVE}, {@code ADVISE}, {@code AUTO}
 * @param killed  who stopped all switching; empty while nobody did
 * @param kills   how often it was killed since the journal began
 * @param rearmed who said that it may go on, and waits for a second person; empty when nobody did
 * @param latched why it stopped by itself until a person re-enables it; empty while it did not
 * @param auto    who enabled acting by itself: it is on with two different persons
 * @param reason  what was said of it last, for a person
 */
public record SwitchDesk(int desk, String mode, String killed, long kills, String rearmed, String latched, List<String> auto, String reason) {
    /** Copies the list. */
    public SwitchDesk {
        auto = List.copyOf(auto);
    }

    /** {@return whether two persons let it act by itself} */
    public boolean isAuto() {
        return auto.size() == 2;
    }
}
