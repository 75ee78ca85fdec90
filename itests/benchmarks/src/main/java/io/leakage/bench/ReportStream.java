package io.leakage.bench;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Execution reports of FIX 4.4 as a venue would copy them: orders of 100 shares, each ordered and then filled share by share. */
final class ReportStream {
    private static final int A_PARENT = 101;
    private static final String TIME = "20260102-14:30:00.123";
    private static final DateTimeFormatter SENDING = DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss.SSS");

    private ReportStream() {
    }

    /**
     * Message n, from 0.
     *
     * @param again whether it is sent again (43=Y)
     */
    static byte[] message(int n, boolean again) {
        int fill = n % A_PARENT;
        int parent = n / A_PARENT;
        StringBuilder body = head(fill == 0 ? "D" : "8", n + 1, again);
        if (fill == 0) {
            body.append("\u000111=P").append(parent).append("\u000155=INST\u000154=1\u000138=100\u000140=1\u000160=").append(TIME);
        } else {
            body.append("\u000137=O").append(parent).append("\u000111=P").append(parent).append("\u000117=E").append(n)
                    .append("\u0001150=F\u000139=").append(fill == 100 ? '2' : '1')
                    .append("\u00011=ACCOUNT\u000155=INST\u000154=1\u000138=100\u000140=1\u000132=1\u000131=100.").append(10 + fill % 90)
                    .append("\u000114=").append(fill).append("\u0001151=").append(100 - fill).append("\u00016=100.35\u000160=").append(TIME)
                    .append("\u000130=XNAS\u0001851=1");
        }
        return whole(body);
    }

    /** A logon with this number. */
    static byte[] logon(int number) {
        return whole(head("A", number, false).append("\u000198=0\u0001108=300"));
    }

    private static StringBuilder head(String type, int number, boolean again) {
        return new StringBuilder(256).append("35=").append(type).append("\u000134=").append(number)
                .append("\u000149=EMS\u000152=").append(LocalDateTime.now(ZoneOffset.UTC).format(SENDING)).append("\u000156=LEAK")
                .append(again ? "\u000143=Y\u0001122=" + TIME : "");
    }

    private static byte[] whole(StringBuilder body) {
        body.append('\u0001');
        String head = "8=FIX.4.4\u00019=" + body.length() + "\u0001";
        body.insert(0, head);
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += body.charAt(i);
        }
        sum &= 0xFF;
        body.append("10=").append((char) ('0' + sum / 100)).append((char) ('0' + sum / 10 % 10)).append((char) ('0' + sum % 10))
                .append('\u0001');
        return body.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
