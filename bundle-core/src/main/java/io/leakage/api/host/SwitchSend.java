package io.leakage.api.host;

import java.util.Objects;

/**
 * How the sending of a request went; nothing about what the other side made of it.
 *
 * @param result what became of it
 * @param sent   the message as it went out, a character a byte (Latin-1), for the audit; empty when nothing did
 * @param reason why nothing went out, for a person; empty when it did
 */
public record SwitchSend(Result result, String sent, String reason) {
    /** What became of a request here. */
    public enum Result {
        /** It went out; an answer comes as drop copy, or the request times out. */
        SENT,
        /** It was meant to go out and did not, nor will it later. */
        REFUSED,
        /** Nothing went out and nothing was meant to: a dry run, or a suggestion to a person. */
        NOT_SENT
    }

    /** Refuses a message that is said not to have gone out, and one that went out without its bytes. */
    public SwitchSend {
        Objects.requireNonNull(result, "result");
        if (sent.isEmpty() == (result == Result.SENT)) {
            throw new IllegalArgumentException("sent: the message where it went out and only there, got " + result
                    + " with \"" + sent + "\"");
        }
        if (reason.isEmpty() != (result == Result.SENT)) {
            throw new IllegalArgumentException("reason: why nothing went out and only then, got " + result + " with \"" + reason + "\"");
        }
    }

    /** {@return that it went out} */
    public static SwitchSend sent(String message) {
        return new SwitchSend(Result.SENT, message, "");
    }

    /** {@return that it did not go out, and why} */
    public static SwitchSend refused(String reason) {
        return new SwitchSend(Result.REFUSED, "", reason);
    }

    /** {@return that it was not meant to go out, and why} */
    public static SwitchSend notSent(String reason) {
        return new SwitchSend(Result.NOT_SENT, "", reason);
    }
}
