package io.leakage.dropcopy.fix;

import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.OrderMessage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what a message was read as: type, ClOrdID, parent and the execution's key, SOH as a slash. */
final class SeenInlet implements OrderInlet {
    /** Messages as {@code 8 C1 of P1 E1}, with a dash for what is not there. */
    final List<String> seen = new CopyOnWriteArrayList<>();
    /** Event times. */
    final List<Long> transact = new CopyOnWriteArrayList<>();
    /** SendingTimes, or OrigSendingTimes. */
    final List<Long> sending = new CopyOnWriteArrayList<>();
    /** What was corrected. */
    final List<String> references = new CopyOnWriteArrayList<>();
    /** Strategies. */
    final List<String> strategies = new CopyOnWriteArrayList<>();
    /** Reasons of the quarantined. */
    final List<String> quarantined = new CopyOnWriteArrayList<>();

    /** Messages kept unread, with bars. */
    final List<String> kept = new CopyOnWriteArrayList<>();

    /** What is missing, and that nothing is. */
    final List<String> said = new CopyOnWriteArrayList<>();

    @Override
    public void gap(long fromSequence, long toSequence) {
        said.add("gap " + fromSequence + "-" + toSequence);
    }

    @Override
    public void filled() {
        said.add("filled");
    }

    @Override
    public void accept(OrderMessage message) {
        transact.add(message.transactNanos);
        sending.add(message.sendingNanos);
        references.add(text(message, message.execRefId));
        strategies.add(text(message, message.strategy));
        seen.add(message.msgType + " " + text(message, message.clOrdId) + " of " + text(message, message.parentId) + " "
                + text(message, message.execId));
    }

    @Override
    public void keep(byte[] raw, int offset, int length) {
        kept.add(Fix.barred(raw, offset, length));
    }

    @Override
    public void quarantine(byte[] raw, int offset, int length, String reason) {
        quarantined.add(reason);
    }

    /** Waits until so many messages were read. */
    void await(int count) {
        Await.until(() -> seen.size() >= count, () -> "read " + seen + ", quarantined " + quarantined);
    }

    private static String text(OrderMessage message, long slice) {
        String text = Fix.text(message, slice);
        return text == null ? "-" : text.replace('\u0001', '/');
    }
}
