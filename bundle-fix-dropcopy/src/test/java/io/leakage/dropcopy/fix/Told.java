package io.leakage.dropcopy.fix;

/**
 * A message as a scripted venue heard it.
 *
 * @param text with bars, as it came
 */
public record Told(String text) {
    /** {@return MsgType (35)} */
    public String type() {
        return get(35);
    }

    /** {@return the first value of a tag, null when it is not there} */
    public String get(int tag) {
        String wanted = "|" + tag + "=";
        String bounded = "|" + text;
        int at = bounded.indexOf(wanted);
        return at < 0 ? null : bounded.substring(at + wanted.length(), bounded.indexOf('|', at + 1));
    }

    /** {@return the first value of a tag as a number} */
    public int number(int tag) {
        return Integer.parseInt(get(tag));
    }

    /** {@return whether it is of this type and has all these fields ({@code 7=3|16=0|})} */
    public boolean is(String type, String fields) {
        if (!type.equals(type())) {
            return false;
        }
        for (String field : fields.split("\\|")) {
            if (!field.isEmpty() && !("|" + text).contains("|" + field + "|")) {
                return false;
            }
        }
        return true;
    }
}
