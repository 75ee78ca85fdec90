package io.leakage.simulator;

import java.nio.charset.StandardCharsets;

/**
 * Puts desk messages into FIX's envelope: BeginString, BodyLength, MsgSeqNum counted from 1, the two names, SendingTime and
 * CheckSum, all as the standard counts them. One thread.
 */
public final class FixWriter {
    private static final char SOH = '\u0001';

    private final String beginString;
    private final String names;
    private long nextSequence = 1;

    /**
     * A sender's side of one session.
     *
     * @param beginString FIX.4.2, FIX.4.4 or FIXT.1.1
     * @param sender      SenderCompID (49)
     * @param target      TargetCompID (56)
     */
    public FixWriter(String beginString, String sender, String target) {
        this.beginString = beginString;
        this.names = SOH + "49=" + sender + SOH + "56=" + target;
    }

    /**
     * Makes the bytes of the session's next message.
     *
     * @param message what to say
     * @return the whole message, from 8= to the SOH behind the check sum
     */
    public byte[] encode(DeskMessage message) {
        StringBuilder body = new StringBuilder(256).append("35=").append(message.type()).append(SOH).append("34=").append(nextSequence++)
                .append(names).append(SOH).append("52=").append(FixText.time(message.sentNanos())).append(SOH);
        for (DeskMessage.Field field : message.fields()) {
            body.append(field.tag()).append('=').append(field.value()).append(SOH);
        }
        int length = body.toString().getBytes(StandardCharsets.UTF_8).length;
        String checked = "8=" + beginString + SOH + "9=" + length + SOH + body;
        byte[] bytes = checked.getBytes(StandardCharsets.UTF_8);
        int sum = 0;
        for (byte b : bytes) {
            sum += b & 0xFF;
        }
        return (checked + String.format("10=%03d", sum % 256) + SOH).getBytes(StandardCharsets.UTF_8);
    }
}
