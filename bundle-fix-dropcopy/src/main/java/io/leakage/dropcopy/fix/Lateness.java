package io.leakage.dropcopy.fix;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import quickfix.FieldException;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.field.PossDupFlag;
import quickfix.field.SendingTime;

/** Tells when a message's SendingTime is off our clock. Nothing is refused for it: what was executed was executed. */
final class Lateness {
    private final long mostSeconds;
    private final Alarm alarm;
    private final AtomicLong late = new AtomicLong();

    /** Beyond so many seconds {@code alarm} is told, 0 never. */
    Lateness(long mostSeconds, Alarm alarm) {
        this.mostSeconds = mostSeconds;
        this.alarm = alarm;
    }

    /** Looks at a message. */
    void see(Message message) {
        if (mostSeconds == 0 || message.getHeader().isSetField(PossDupFlag.FIELD)) {
            return;
        }
        try {
            LocalDateTime sent = message.getHeader().getUtcTimeStamp(SendingTime.FIELD);
            long off = Duration.between(sent, LocalDateTime.now(ZoneOffset.UTC)).toSeconds();
            if (Math.abs(off) > mostSeconds) {
                late.incrementAndGet();
                alarm.raise("SendingTime (52) " + sent + " is " + off + " s behind our clock, expected at most " + mostSeconds);
            }
        } catch (FieldNotFound | FieldException e) {
            // without a time that can be read it is not late
        }
    }

    /** {@return messages told of} */
    long late() {
        return late.get();
    }
}
