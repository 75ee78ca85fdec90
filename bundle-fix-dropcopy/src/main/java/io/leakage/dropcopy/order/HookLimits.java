package io.leakage.dropcopy.order;

/**
 * What a hook keeps to.
 *
 * @param messagesASecond most messages in any one second, 1 to 1000
 * @param answerNanos     how long an answer may take, over 0
 * @param cancelsNew      whether an order that cannot be replaced may be cancelled and its rest sent anew
 */
public record HookLimits(int messagesASecond, long answerNanos, boolean cancelsNew) {
    /** Five messages a second, five seconds for an answer, nothing is ever cancelled. */
    public static final HookLimits DEFAULT = new HookLimits(5, 5_000_000_000L, false);

    /** Refuses nonsense. */
    public HookLimits {
        if (messagesASecond < 1 || messagesASecond > 1000) {
            throw new IllegalArgumentException("messages.a.second: 1 to 1000, got " + messagesASecond);
        }
        if (answerNanos <= 0) {
            throw new IllegalArgumentException("answer: over 0 ns, got " + answerNanos);
        }
    }
}
