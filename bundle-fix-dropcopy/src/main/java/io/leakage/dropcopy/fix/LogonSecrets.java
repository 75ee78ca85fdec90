package io.leakage.dropcopy.fix;

import quickfix.Message;
import quickfix.field.Password;
import quickfix.field.Username;

/** Puts Username (553) and Password (554) into our logons; the password is read anew for each, so that it can be changed. */
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
}
