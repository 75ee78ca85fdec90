package io.leakage.dropcopy.fix;

import io.leakage.api.event.OrderMessage;
import java.nio.charset.StandardCharsets;

/** FIX messages for tests, written with bars for SOH: {@code Fix.bytes("8=FIX.4.4|35=D|11=A|")}. */
final class Fix {
    private Fix() {
    }

    /** The bytes of a message written with bars. */
    static byte[] bytes(String barred) {
        return barred.replace('|', '\u0001').getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The text with bars of a message. */
    static String barred(byte[] raw, int offset, int length) {
        return new String(raw, offset, length, StandardCharsets.ISO_8859_1).replace('\u0001', '|');
    }

    /** Body wrapped in BeginString, right BodyLength and right CheckSum. */
    static String whole(String begin, String body) {
        String head = "8=" + begin + "|9=" + body.length() + "|" + body;
        int sum = 0;
        for (byte b : bytes(head)) {
            sum += b & 0xFF;
        }
        return head + "10=" + String.format("%03d", sum & 0xFF) + "|";
    }

    /** The text of a slice, null when there is none. */
    static String text(OrderMessage message, long slice) {
        return slice == OrderMessage.NO_TEXT ? null
                : new String(message.raw, OrderMessage.offset(slice), OrderMessage.length(slice), StandardCharsets.ISO_8859_1);
    }
}
