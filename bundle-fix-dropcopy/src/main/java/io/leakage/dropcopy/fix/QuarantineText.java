package io.leakage.dropcopy.fix;

import io.leakage.api.health.QuarantinedMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The quarantine for a console: of each message source and place, why, and the message with bars for SOH. */
final class QuarantineText {
    private static final int SHOWN = 1000;

    private QuarantineText() {
    }

    /** Three lines a message, after one with their number. */
    static String of(long count, List<QuarantinedMessage> messages) {
        StringBuilder text = new StringBuilder().append(count).append(" quarantined");
        text.append(messages.size() < count ? ", the newest " + messages.size() + ":" : messages.isEmpty() ? "" : ":");
        for (QuarantinedMessage message : messages) {
            text.append("\n").append(message.source()).append(" at ").append(message.position())
                    .append("\n  ").append(message.reason()).append("\n  ").append(barred(message.raw()));
        }
        return text.toString();
    }

    private static String barred(byte[] raw) {
        if (raw.length == 0) {
            return "its bytes cannot be read from the journal";
        }
        String text = new String(raw, 0, Math.min(SHOWN, raw.length), StandardCharsets.ISO_8859_1).replace((char) FixScan.SOH, '|');
        return Unreadable.shown(text) + (raw.length > SHOWN ? "… " + raw.length + " bytes" : "");
    }
}
