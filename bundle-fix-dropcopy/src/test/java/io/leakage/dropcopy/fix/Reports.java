package io.leakage.dropcopy.fix;

/** A desk's day as a drop copy: parents of 100 shares, each ordered and then filled share by share. Message n is always the same. */
final class Reports {
    /** An order and its fills. */
    private static final int A_PARENT = 101;

    private Reports() {
    }

    /** MsgType (35) of message n, from 0. */
    static String type(int n) {
        return n % A_PARENT == 0 ? "D" : "8";
    }

    /** The fields of message n behind the header, with bars. */
    static String body(int n) {
        int fill = n % A_PARENT;
        String id = "P" + n / A_PARENT;
        String time = String.format("60=20260102-14:%02d:%02d.%03d|", 30 + n / 60_000 % 30, n / 1000 % 60, n % 1000);
        return fill == 0 ? "11=" + id + "|55=INST|54=1|38=100|40=1|" + time
                : "37=O" + id + "|11=" + id + "|17=E" + n + "|150=F|39=" + (fill == 100 ? 2 : 1) + "|55=INST|54=1|38=100|32=1|31=100."
                        + String.format("%02d", fill % 100) + "|14=" + fill + "|151=" + (100 - fill) + "|" + time;
    }

    /** Message n as bytes, MsgSeqNum n + 1. */
    static byte[] bytes(int n) {
        return Fix.bytes(Fix.whole("FIX.4.4", "35=" + type(n) + "|34=" + (n + 1) + "|52=20260102-15:00:00.000|" + body(n)));
    }

    /** Fills among the first n messages. */
    static int fills(int n) {
        return n - (n + A_PARENT - 1) / A_PARENT;
    }
}
