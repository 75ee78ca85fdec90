package io.leakage.dropcopy.fix;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.Application;
import quickfix.DoNotSend;
import quickfix.Message;
import quickfix.SessionID;
import quickfix.field.ClOrdID;
import quickfix.field.MsgSeqNum;
import quickfix.field.MsgType;
import quickfix.field.PossDupFlag;

/** QuickFIX/J's view of an order session. An order goes out once: whatever would send one again, or send it later, is stopped here. */
final class OrderApplication implements Application {
    private static final Logger LOG = LoggerFactory.getLogger(OrderLink.class);

    private final LinkEvents events;
    private final LogonSecrets secrets;
    private volatile boolean loggedOn;

    /** An application that tells {@code events} and signs its logons with {@code secrets}. */
    OrderApplication(LinkEvents events, LogonSecrets secrets) {
        this.events = events;
        this.secrets = secrets;
    }

    /** {@return whether the other side is logged on} */
    boolean isLoggedOn() {
        return loggedOn;
    }

    @Override
    public void toApp(Message message, SessionID session) throws DoNotSend {
        if (!loggedOn || message.getHeader().isSetField(PossDupFlag.FIELD)) {
            throw new DoNotSend();
        }
        String number = message.getHeader().getOptionalString(MsgSeqNum.FIELD).orElse("0");
        events.going(message.getOptionalString(ClOrdID.FIELD).orElse(""), Integer.parseInt(number));
    }

    @Override
    public void fromApp(Message message, SessionID session) {
        hear(message);
    }

    @Override
    public void fromAdmin(Message message, SessionID session) {
        if (MsgType.REJECT.equals(message.getHeader().getOptionalString(MsgType.FIELD).orElse(""))) {
            hear(message);
        }
    }

    private void hear(Message message) {
        try {
            events.came(new LinkReport(message.toRawString()));
        } catch (RuntimeException | Error e) {   // what left here would have the message rejected
            LOG.error("a report was not understood", e);
        }
    }

    @Override
    public void onLogon(SessionID session) {
        loggedOn = true;
    }

    @Override
    public void onLogout(SessionID session) {
        loggedOn = false;
        events.down();
    }

    @Override
    public void toAdmin(Message message, SessionID session) {
        if (MsgType.LOGON.equals(message.getHeader().getOptionalString(MsgType.FIELD).orElse(""))) {
            secrets.sign(message);
        }
    }

    @Override
    public void onCreate(SessionID session) {
    }
}
