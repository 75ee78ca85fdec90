package io.leakage.dropcopy.fix;

import io.leakage.api.event.OrderMessage;
import java.nio.charset.StandardCharsets;

/**
 * A source whose ids mean nothing at other sources has its own word behind each of them, {@code P-1@east}: the same ClOrdID in two sessions
 * is then two orders. Without a word ids are everybody's, and the same id in two sessions is one order that both tell of. One thread.
 */
final class OwnIds {
    private final byte[] behind;

    /** @param word the source's, empty for none */
    OwnIds(String word) {
        behind = word.isEmpty() ? new byte[0] : ("@" + word).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Makes a message's ids this source's own. */
    void settle(OrderMessage message, Composer composer) {
        if (behind.length == 0) {
            return;
        }
        message.clOrdId = own(message, message.clOrdId, composer);
        message.origClOrdId = own(message, message.origClOrdId, composer);
        message.parentId = own(message, message.parentId, composer);
        message.orderId = own(message, message.orderId, composer);
        message.execId = own(message, message.execId, composer);
        message.execRefId = own(message, message.execRefId, composer);
        message.quoteReqId = own(message, message.quoteReqId, composer);
        message.quoteId = own(message, message.quoteId, composer);
    }

    private long own(OrderMessage message, long id, Composer composer) {
        if (id == OrderMessage.NO_TEXT || OrderMessage.length(id) == 0) {
            return id;
        }
        composer.begin(message);
        composer.add(message, id);
        composer.add(behind, 0, behind.length, message);
        return composer.text();
    }
}
