package io.leakage.dropcopy.fix;

import io.leakage.api.event.Absent;

/**
 * A message that came over an order session.
 *
 * @param raw as it came, fields parted by SOH, a character a byte
 */
public record LinkReport(String raw) {
    /** {@return MsgType (35)} */
    public String type() {
        return text(35);
    }

    /** {@return the first value of a tag, empty when it is not there} */
    public String text(int tag) {
        String text = RawFields.text(raw, tag);
        return text == null ? "" : text;
    }

    /** {@return the first value of a tag as a whole number ({@code 100.00} is one); {@code Absent.LONG} when it is not there or none} */
    public long number(int tag) {
        String text = text(tag);
        int point = text.indexOf('.');
        if (point > 0 && text.substring(point + 1).chars().allMatch(digit -> digit == '0')) {
            return Long.parseLong(text.substring(0, point));
        }
        return point < 0 ? RawFields.number(raw, tag) : Absent.LONG;
    }

    /** {@return whether the other side says that it may have said so before (43=Y or 97=Y)} */
    public boolean isAgain() {
        return RawFields.yes(raw, 43) || RawFields.yes(raw, 97);
    }
}
