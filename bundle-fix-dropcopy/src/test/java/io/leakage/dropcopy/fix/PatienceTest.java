package io.leakage.dropcopy.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leakage.api.event.OrderInlet;
import io.leakage.api.score.Flag;
import io.leakage.api.score.ParentRow;
import io.leakage.core.engine.ReplayEngine;
import org.junit.jupiter.api.Test;

/** How long a source lets wait is its profile's, and enters the core as an event. */
class PatienceTest {
    private static final long SECOND = 1_000_000_000L;

    private final ReplayEngine engine = new ReplayEngine();

    @Test
    void scenario38_anUnansweredOrderIsGivenUpAfterItsOwnSourcesPatience() {
        OrderInlet quick = engine.inlets().orders("quick");
        OrderInlet slow = engine.inlets().orders("slow");
        quick.patience(5 * SECOND, 0, 0);
        tell(slow, "11=S|60=20260302-14:30:00|");
        tell(quick, "11=Q|60=20260302-14:30:01|");
        tell(slow, "11=LATER|60=20260302-14:30:10|");
        assertEquals(true, flagged("Q", Flag.NOT_ACKNOWLEDGED), "9 s are more than 5");
        assertEquals(false, flagged("S", Flag.NOT_ACKNOWLEDGED), "10 s are less than 30");
        tell(slow, "11=LAST|60=20260302-14:30:31|");
        assertEquals(true, flagged("S", Flag.NOT_ACKNOWLEDGED));
    }

    @Test
    void scenario50_aCorrectionWaitsAsLongAsItsOwnSourceLetsIt() {
        OrderInlet quick = engine.inlets().orders("quick");
        OrderInlet slow = engine.inlets().orders("slow");
        quick.patience(0, 60 * SECOND, 0);
        correct(slow, "S", "20260302-14:30:00");
        correct(quick, "Q", "20260302-14:30:00");
        tell(slow, "11=LATER|60=20260302-14:31:01|");
        assertEquals(true, flagged("Q", Flag.CONFLICT), "61 s are more than 60");
        assertEquals(false, flagged("S", Flag.CONFLICT), "61 s are less than 600");
    }

    @Test
    void scenario60_anIdMayMeanAnotherOrderAfterItsOwnSourcesSilence() {
        OrderInlet quick = engine.inlets().orders("quick");
        quick.patience(0, 0, 3600 * SECOND);
        tell(quick, "11=A|60=20260302-14:30:00|");
        read(quick, "35=8|11=A|37=O1|150=4|39=4|54=1|55=X|14=0|151=0|60=20260302-14:30:01|");
        tell(quick, "11=A|60=20260302-15:31:00|");
        assertEquals(2, engine.scorecard().parents(), "an hour and a minute after the first was over");
    }

    private void correct(OrderInlet inlet, String id, String time) {
        read(inlet, "35=8|11=" + id + "|37=O" + id + "|17=C" + id + "|19=E" + id + "|150=G|39=1|54=1|55=X|38=100|32=10|31=9|60=" + time
                + "|");
    }

    private void tell(OrderInlet inlet, String fields) {
        read(inlet, "35=D|54=1|55=X|38=100|" + fields);
    }

    private void read(OrderInlet inlet, String fields) {
        byte[] raw = Fix.bytes("8=FIX.4.4|" + fields);
        assertEquals(FixScan.Outcome.ORDER, new DropCopyReader(new FixScan(526, false), inlet).read(raw, 0, raw.length));
    }

    private boolean flagged(String id, Flag flag) {
        ParentRow row = new ParentRow();
        engine.scorecard().read(engine.scorecard().find(id), row);
        return flag.in(row.flags());
    }
}
