package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leakage.api.event.Absent;
import io.leakage.api.event.OrderKey;
import io.leakage.api.event.OrderMessage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What desks claim is found in a message's bytes, and nowhere inside another value. */
class MarksTest {
    private final Marks marks = new Marks();

    @ParameterizedTest(name = "{0} {1} in {2}: {3}")
    @CsvSource({
        "CLIENT,     ACME,       35=D|109=ACME|55=X|,                                                 true",
        "CLIENT,     ACME,       35=D|109=ACME2|55=X|,                                                false",
        "CLIENT,     ACME,       35=D|453=2|448=BRK|447=D|452=1|448=ACME|447=D|452=3|55=X|,           true",
        "CLIENT,     ACME,       35=D|453=2|448=ACME|447=D|452=1|448=BRK|447=D|452=3|55=X|,           false",
        "CLIENT,     ACME,       35=D|453=1|448=ACME|447=D|452=36|55=X|,                              false",
        "SENDER_SUB, DESK7,      35=D|49=EMS|50=DESK7|55=X|,                                          true",
        "SENDER_SUB, DESK7,      35=8|49=BRK|57=DESK7|55=X|,                                          true",
        "SENDER_SUB, DESK7,      35=D|49=BRK|57=DESK7|55=X|,                                          false",
        "CUSTOM,     9700=US-EQ, 35=D|9700=US-EQ|55=X|,                                               true",
        "CUSTOM,     9700=US-EQ, 35=D|19700=US-EQ|58=9700=US-EQ|55=X|,                                false"})
    void aClaimIsFoundWhereItsTagStands(OrderKey key, String value, String text, boolean found) {
        marks.claim(key, value, 7, true);
        assertEquals(found ? 7 : Absent.NAME, marks.find(key, message(text)));

        marks.claim(key, value, 7, false);
        assertEquals(Absent.NAME, marks.find(key, message(text)));
    }

    @Test
    void ofTwoThatStandInOneMessageTheSameIsFoundWhicheverWasClaimedFirst() {
        marks.claim(OrderKey.CUSTOM, "9701=B", 2, true);
        marks.claim(OrderKey.CUSTOM, "9700=A", 1, true);

        assertEquals(1, marks.find(OrderKey.CUSTOM, message("35=D|9701=B|9700=A|")));
        assertEquals(2, marks.find(OrderKey.CUSTOM, message("35=D|9701=B|")));
    }

    private static OrderMessage message(String text) {
        OrderMessage message = new OrderMessage();
        message.clear();
        message.raw = ("8=FIX.4.4|" + text.strip()).replace('|', '\1').getBytes(StandardCharsets.US_ASCII);
        message.rawLength = message.raw.length;
        message.msgType = text.charAt(text.indexOf("35=") + 3);
        return message;
    }
}
