package io.leakage.dropcopy.fix;

import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.field.MsgType;
import quickfix.field.Password;
import quickfix.field.Username;

/** Puts Username (553) and Password (554) into our logons; the password is read anew for each, so that it can be changed. */
final class LogonSecrets {
    private final Access access;

    LogonSecrets(Access access) {
        this.access = access;
    }

    /** Signs a message when it is a logon. */
    void sign(Message message) {
        try {
            if (!message.getHeader().getString(MsgType.FIELD).equals(MsgType.LOGON)) {
                return;
            }
        } catch (FieldNotFound e) {
            return;
        }
        if (!access.username().isEmpty()) {
            message.setString(Username.FIELD, access.username());
        }
        if (access.password().isGiven()) {
            message.setString(Password.FIELD, access.password().read());
        }
    }
}
