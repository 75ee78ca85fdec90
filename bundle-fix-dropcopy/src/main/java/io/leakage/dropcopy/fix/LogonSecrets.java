package io.leakage.dropcopy.fix;

import quickfix.Message;
import quickfix.field.Password;
import quickfix.field.Username;

/**
 * Puts Username (553) and Password (554) into our logons; the password is read anew for each, so that it can be changed. And keeps it out of
 * what the other side says of it.
 */
final class LogonSecrets {
    private final Access access;

    LogonSecrets(Access access) {
        this.access = access;
    }

    /** Signs a logon. */
    void sign(Message logon) {
        if (!access.username().isEmpty()) {
            logon.setString(Username.FIELD, access.username());
        }
        if (access.password().isGiven()) {
            logon.setString(Password.FIELD, access.password().read());
        }
    }

    /** {@return a text of the other side fit for a line of our log: without our password, without whole messages, and on that line} */
    String shown(String text) {
        int message = text == null ? -1 : text.indexOf("8=FIX");
        String own = hide(message < 0 ? text : text.substring(0, message) + "…");
        return own == null ? null : Unreadable.shown(own);
    }

    private String hide(String text) {
        if (text == null || !access.password().isGiven()) {
            return text;
        }
        try {
            return text.replace(access.password().read(), "…");
        } catch (IllegalStateException e) {
            return "(not shown, for it may hold a password: " + e.getMessage() + ")";
        }
    }
}
