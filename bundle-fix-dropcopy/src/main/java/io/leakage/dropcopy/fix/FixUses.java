package io.leakage.dropcopy.fix;

/**
 * What a scan wants of each tag: a number from 1 to 63 for a field of its own, 0 for none, and what else there is to do, as bits. So one
 * look into a table decides, and one number says what came already.
 */
final class FixUses {
    /** The bits of the field's number. */
    static final int FIELD = 63;
    /** The profile wants to know where it is. */
    static final int WATCHED = 1 << 6;
    /** It tells the length of the data field behind it. */
    static final int LENGTH = 1 << 7;
    /** It is when the profile says it happened. */
    static final int TIME = 1 << 8;
    /** It belongs to a wrapped message's identity, or wraps it. */
    static final int WRAP = 1 << 9;

    static final int ACCOUNT = 1;
    static final int AVG_PX = 2;
    static final int CL_ORD_ID = 3;
    static final int CUM_QTY = 4;
    static final int CURRENCY = 5;
    static final int EXEC_ID = 6;
    static final int EXEC_REF_ID = 7;
    static final int EXEC_TRANS_TYPE = 8;
    static final int LAST_MKT = 9;
    static final int LAST_PX = 10;
    static final int LAST_QTY = 11;
    static final int MSG_SEQ_NUM = 12;
    static final int MSG_TYPE = 13;
    static final int ORDER_ID = 14;
    static final int ORDER_QTY = 15;
    static final int ORD_STATUS = 16;
    static final int ORD_TYPE = 17;
    static final int ORIG_CL_ORD_ID = 18;
    static final int POSS_DUP = 19;
    static final int PRICE = 20;
    static final int SENDING_TIME = 21;
    static final int SIDE = 22;
    static final int SYMBOL = 23;
    static final int POSS_RESEND = 24;
    static final int EX_DESTINATION = 25;
    static final int ORIG_SENDING_TIME = 26;
    static final int EXEC_TYPE = 27;
    static final int LEAVES_QTY = 28;
    static final int RESTATEMENT = 29;
    static final int REFUSED_REQUEST = 30;
    static final int MULTI_LEG = 31;
    static final int COPY = 32;
    static final int TRD_TYPE = 33;
    static final int TRD_SUB_TYPE = 34;
    static final int LIQUIDITY = 35;
    static final int MATCH_ID = 36;
    private static final int FIRST_OTHER = 37;

    private static final int TAGS = 1024;
    private static final int[][] FIELDS = {{1, ACCOUNT}, {6, AVG_PX}, {11, CL_ORD_ID}, {14, CUM_QTY}, {15, CURRENCY}, {17, EXEC_ID},
        {19, EXEC_REF_ID}, {20, EXEC_TRANS_TYPE}, {30, LAST_MKT}, {31, LAST_PX}, {32, LAST_QTY}, {34, MSG_SEQ_NUM}, {35, MSG_TYPE},
        {37, ORDER_ID}, {38, ORDER_QTY}, {39, ORD_STATUS}, {40, ORD_TYPE}, {41, ORIG_CL_ORD_ID}, {43, POSS_DUP}, {44, PRICE},
        {52, SENDING_TIME}, {54, SIDE}, {55, SYMBOL}, {97, POSS_RESEND}, {100, EX_DESTINATION}, {122, ORIG_SENDING_TIME}, {150, EXEC_TYPE},
        {151, LEAVES_QTY}, {378, RESTATEMENT}, {434, REFUSED_REQUEST}, {442, MULTI_LEG}, {797, COPY}, {828, TRD_TYPE}, {829, TRD_SUB_TYPE},
        {851, LIQUIDITY}, {880, MATCH_ID}};
    private static final int[] LENGTHS = {90, 93, 95, 212, 348, 350, 352, 354, 356, 358, 360, 362, 364, 445, 618, 621};
    private static final int[] WRAPPED_IDENTITY = {49, 50, 56, 57};

    private final short[] uses = new short[TAGS];
    private final Watched watched;
    private final int timeTag;
    private final int encapsulated;
    private int others = FIRST_OTHER;

    /** @param encapsulated the tag that wraps a message, 0 for none; {@code watched} may still grow until the first message */
    FixUses(int timeTag, int encapsulated, Watched watched) {
        this.timeTag = timeTag;
        this.encapsulated = encapsulated;
        this.watched = watched;
    }

    /** Takes it that nothing more will be watched. */
    void settle() {
        for (int[] field : FIELDS) {
            uses[field[0]] = (short) field[1];
        }
        for (int tag : LENGTHS) {
            uses[tag] |= LENGTH;
        }
        also(timeTag, TIME);
        if (encapsulated != 0) {
            also(encapsulated, WRAP);
            for (int tag : WRAPPED_IDENTITY) {
                also(tag, WRAP);
            }
        }
        for (int tag = 0; tag < TAGS; tag++) {
            uses[tag] |= watched.sees(tag) ? WATCHED : 0;
        }
    }

    private void also(int tag, int use) {
        if (tag < TAGS) {
            // of these too only the first of a message counts
            uses[tag] |= (short) (use | ((uses[tag] & FIELD) == 0 ? others++ : 0));
        }
    }

    /** {@return what is wanted of a tag} */
    int of(int tag) {
        return tag < TAGS ? uses[tag]
                : (watched.sees(tag) ? WATCHED : 0) | (tag == timeTag ? TIME : 0) | (tag == encapsulated ? WRAP : 0);
    }

    /** {@return the tag of the data field whose length this one tells} */
    static int dataOf(int tag) {
        return tag == 93 ? 89 : tag + 1;
    }
}
