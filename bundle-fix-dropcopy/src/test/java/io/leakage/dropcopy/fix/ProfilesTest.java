package io.leakage.dropcopy.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each profile against a venue that behaves as it says, both as acceptor and as initiator. */
@Timeout(120)
class ProfilesTest {
    @ParameterizedTest(name = "acceptor {0}")
    @ValueSource(booleans = {true, false})
    void generic44FindsParentStrategyAndKeyWhereTheStandardHasThem(boolean acceptor) throws Exception {
        try (Line line = new Line(Line.source("generic-44", acceptor))) {
            line.venue.logon();
            line.venue.send("8", "11=A|17=E1|526=P|847=VWAP|" + Line.FILL);
            line.venue.send("8", "11=B|17=E2|583=Q|" + Line.FILL);
            line.venue.send("8", "11=C|17=E3|583=Q|66=L|848=TWAP|" + Line.FILL);
            line.venue.send("8", "11=D|17=0|198=S|150=A|39=A|54=1|55=X|");
            line.inlet.await(4);
            assertEquals(List.of("8 A of P E1", "8 B of Q E2", "8 C of Q E3", "8 D of S -"), line.inlet.seen);
            assertEquals(List.of("VWAP", "-", "848=TWAP", "-"), line.inlet.strategies, "with its tag where that is not 847");
        }
    }

    @Test
    void aSourceWhoseIdsAreItsOwnHasItsWordBehindEachOfThem() throws Exception {
        DropCopySource source = Line.source("generic-44", true, "ids.of=east");
        try (Line line = new Line(source)) {
            line.venue.logon();
            line.venue.send("D", "11=P|54=1|55=X|38=1000|60=20260302-14:29:00|");
            line.venue.send("8", "11=B|41=A|17=E1|37=O|526=P|847=VWAP|" + Line.FILL);
            line.venue.send("8", "11=B|17=E2|19=E1|526=P|" + Line.FILL.replace("150=F", "150=G"));
            line.inlet.await(3);
            assertEquals(List.of("D P@east of - -", "8 B@east of P@east E1@east", "8 B@east of P@east E2@east"), line.inlet.seen);
            assertEquals("E1@east", line.inlet.references.get(2));
            assertEquals("VWAP", line.inlet.strategies.get(1), "that is no id");
        }
    }

    @ParameterizedTest(name = "acceptor {0}")
    @ValueSource(booleans = {true, false})
    void generic42TakesWhatIsSentAgainWithoutItsFirstTime(boolean acceptor) throws Exception {
        try (Line line = new Line(Line.source("generic-42", acceptor))) {
            line.venue.onResend((venue, first, last) -> venue.send("8", "34=" + first + "|43=Y|11=A|17=E1|20=0|" + Line.FILL));
            line.venue.logon();
            line.venue.next(line.venue.next() + 1);
            line.venue.send("8", "11=A|17=E2|19=E1|20=2|" + Line.FILL);
            line.venue.expect("2", "7=2|");
            line.inlet.await(2);
            assertEquals(List.of("8 A of - E1", "8 A of - E2"), line.inlet.seen);
            assertEquals(List.of("-", "E1"), line.inlet.references);
        }
    }

    @ParameterizedTest(name = "acceptor {0}")
    @ValueSource(booleans = {true, false})
    void generic50sp2LogsOnOverFixt(boolean acceptor) throws Exception {
        try (Line line = new Line(Line.source("generic-50sp2", acceptor))) {
            line.venue.logon();
            assertEquals("9", line.venue.heard("A").get(0).get(1137));
            assertTrue(line.venue.heard("A").get(0).text().startsWith("8=FIXT.1.1|"));
            line.venue.send("8", "11=A|17=E1|" + Line.FILL);
            line.inlet.await(1);
        }
    }

    @ParameterizedTest(name = "acceptor {0}")
    @ValueSource(booleans = {true, false})
    void cmeUnwrapsAndAsksForNoMoreThanItIsGiven(boolean acceptor) throws Exception {
        try (Line line = new Line(Line.source("cme-encapsulated", acceptor))) {
            line.venue.onResend((venue, first, last) -> venue.gapFill(first, Math.min(last + 1, 4002)));
            line.venue.logon();
            line.venue.send("n", wrapped(7, "11=A|17=E1|" + Line.FILL));
            line.venue.next(4002);
            line.venue.send("n", wrapped(8, "11=A|17=E2|" + Line.FILL));
            line.venue.expect("2", "7=3|16=2502|");
            line.venue.expect("2", "7=2503|");
            line.inlet.await(2);
            assertEquals(List.of("8 A of - E1", "8 A of - E2"), line.inlet.seen);
        }
    }

    @ParameterizedTest(name = "acceptor {0}")
    @ValueSource(booleans = {true, false})
    void iceTellsExecutionsApartBySideMarketAndSession(boolean acceptor) throws Exception {
        try (Line line = new Line(Line.source("ice-like", acceptor))) {
            line.venue.logon();
            line.venue.send("8", "11=A|17=1|207=IFEU|336=D1|" + Line.FILL);
            line.venue.send("8", "11=B|17=1|207=IFEU|336=D1|" + Line.FILL.replace("54=1", "54=2"));
            line.venue.send("8", "11=A|17=1|30=IFUS|336=D1|" + Line.FILL);
            line.venue.send("8", "11=A|17=2|19=1|207=IFEU|336=D1|" + Line.FILL.replace("150=F", "150=G"));
            line.inlet.await(4);
            assertEquals(List.of("8 A of - 1/1/IFEU/D1", "8 B of - 1/2/IFEU/D1", "8 A of - 1/1/IFUS/D1", "8 A of - 2/1/IFEU/D1"),
                    line.inlet.seen);
            assertEquals("1/1/IFEU/D1", line.inlet.references.get(3), "what is corrected is found under the same key");
        }
    }

    @ParameterizedTest(name = "acceptor {0}")
    @ValueSource(booleans = {true, false})
    void noBufferFillsWhatIsMissingWithNothingAndSaysSo(boolean acceptor) throws Exception {
        DropCopySource source = Line.source("no-buffer", acceptor);
        try (Line line = new Line(source)) {
            line.venue.onResend((venue, first, last) -> venue.gapFill(first, 3));
            line.venue.logon();
            line.venue.lose("8", "11=A|17=E1|" + Line.FILL);
            line.venue.send("8", "11=A|17=E2|" + Line.FILL);
            line.venue.expect("2", "7=2|");
            line.inlet.await(1);
            line.venue.settle();
            assertEquals(List.of("8 A of - E2"), line.inlet.seen);
            assertFalse(source.profile().buffers());
        }
    }

    @ParameterizedTest(name = "acceptor {0}")
    @ValueSource(booleans = {true, false})
    void resumeAfter141GoesOnWhereItStopped(boolean acceptor) throws Exception {
        try (Line line = new Line(Line.source("resume-after-141", acceptor))) {
            line.venue.join().logon("141=Y|");
            line.venue.send("8", "11=A|17=E1|" + Line.FILL);
            line.inlet.await(1);
            line.venue.cut();
            Await.free(line.session);
            line.venue.next(1);
            line.venue.join().logon("141=Y|");
            line.venue.send("8", "97=Y|11=A|17=E1|" + Line.FILL);
            line.venue.send("8", "11=A|17=E2|" + Line.FILL);
            line.inlet.await(3);
            assertEquals(List.of("8 A of - E1", "8 A of - E1", "8 A of - E2"), line.inlet.seen, "the core drops the second by its key");
            assertEquals(List.of(), line.venue.heard("2"), "nothing was missing");
        }
    }

    @ParameterizedTest(name = "acceptor {0}")
    @ValueSource(booleans = {true, false})
    void aComplianceFeedNamesTheParentInTheClOrdId(boolean acceptor) throws Exception {
        try (Line line = new Line(Line.source("compliance-feed", acceptor))) {
            line.venue.logon();
            line.venue.send("8", "11=P-7-1|17=E1|" + Line.FILL);
            line.venue.send("D", "11=P-7-1|54=1|55=X|38=1000|60=20260302-14:29:00|");
            line.venue.send("D", "11=LONE|54=1|55=X|38=1000|");
            line.inlet.await(3);
            assertEquals(List.of("8 P-7-1 of P-7 E1", "D P-7-1 of P-7 -", "D LONE of - -"), line.inlet.seen);
        }
    }

    /** A message inside 35=n, as CME sends it. */
    static String wrapped(int number, String fields) {
        String inner = "<RTRF>" + Fix.whole("FIX.4.2", "35=8|49=CME|50=G|56=DESK|34=" + number + "|52=20260302-14:30:00.130|" + fields)
                + "</RTRF>";
        return "212=" + inner.length() + "|213=" + inner + "|";
    }
}
