package io.leakage.dropcopy.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.score.Flag;
import io.leakage.api.score.ParentRow;
import io.leakage.core.engine.ReplayEngine;
import io.leakage.dropcopy.profile.Profiles;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fills whose ExecID says nothing: OrderID, else ClOrdID, and CumQty tell them apart. Orders of 300, filled by the hundred. */
class FillsWithoutKeyTest {
    private final ReplayEngine engine = new ReplayEngine();
    private final DropCopyReader reader = reader();

    @ParameterizedTest(name = "ExecID \"{0}\"")
    @ValueSource(strings = {"", "17=0|", "17=-1;-1|"})
    void scenario13_twoFillsWithoutAUsableExecIdBothCountAndToldAgainCountOnce(String execution) {
        fill(execution, 100, "");
        fill(execution, 200, "");
        fill(execution, 100, "43=Y|122=20260302-14:30:00.300|");
        fill(execution, 200, "97=Y|");
        assertEquals(200, row().executed(), "2 fills of 100");
        assertEquals(2, row().fills());
        assertFalse(Flag.RECON_MISMATCH.in(row().flags()), "CumQty is 200");
        assertFalse(Flag.CONFLICT.in(row().flags()));
        assertEquals(0, reader.quarantined());
    }

    @Test
    void scenario13_withoutOrderIdTheClOrdIdStandsIn() {
        read("11=P|17=0|" + filled(100).replace("37=O|", ""));
        read("11=P|17=0|" + filled(200).replace("37=O|", ""));
        read("97=Y|11=P|17=0|" + filled(200).replace("37=O|", ""));
        assertEquals(200, row().executed());
    }

    @Test
    void scenario13_withoutCumQtyTheFillIsQuarantinedAndTheOrderUnsoundUntilAReportAgrees() {
        fill("17=E1|", 100, "");
        read("11=P|17=0|" + filled(200).replace("|14=200|151=100|", "|"));
        assertEquals(100, row().executed());
        assertEquals(1, reader.quarantined());
        assertTrue(reader.problem().startsWith("a fill without a usable ExecID (17)"), reader.problem());
        assertTrue(Flag.RECON_MISMATCH.in(row().flags()));
        read("11=P|17=0|37=O|150=I|39=1|54=1|55=X|38=300|14=200|151=100|60=20260302-14:30:09|");
        assertTrue(Flag.RECON_MISMATCH.in(row().flags()), "200 told, 100 known");
        fill("17=E2|", 200, "");
        assertFalse(Flag.RECON_MISMATCH.in(row().flags()), "now under a key, and 200 are known");
        assertEquals(200, row().executed());
    }

    @Test
    void aProfileMayNameAnotherFallbackOrNone() {
        FixScan scan = new FixScan(Profiles.of("generic-44", List.of("execution.fallback=37,60")), false, () -> null);
        DropCopyReader other = new DropCopyReader(scan, engine.inlets().orders("other"));
        byte[] raw = Fix.bytes("8=FIX.4.4|35=8|11=Q|17=0|37=Q|150=F|39=1|54=1|55=X|32=100|31=10|60=20260302-14:30:00|");
        other.read(raw, 0, raw.length);
        other.read(raw, 0, raw.length);
        assertEquals(0, other.quarantined(), "needs no CumQty");
        FixScan none = new FixScan(Profiles.of("generic-44", List.of("execution.fallback=")), false, () -> null);
        DropCopyReader strict = new DropCopyReader(none, engine.inlets().orders("strict"));
        strict.read(raw, 0, raw.length);
        assertEquals(1, strict.quarantined());
    }

    private DropCopyReader reader() {
        return new DropCopyReader(new FixScan(Profiles.of("generic-44"), false, () -> null), engine.inlets().orders("venue"));
    }

    private void fill(String execution, int cum, String header) {
        read(header + "11=P|" + execution + filled(cum));
    }

    private static String filled(int cum) {
        return "37=O|150=F|39=1|54=1|55=X|38=300|32=100|31=10.5|14=" + cum + "|151=" + (300 - cum) + "|60=20260302-14:30:0" + cum / 100
                + "|";
    }

    private void read(String fields) {
        byte[] raw = Fix.bytes("8=FIX.4.4|35=8|52=20260302-14:30:10|" + fields);
        assertEquals(FixScan.Outcome.ORDER, reader.read(raw, 0, raw.length), reader.problem());
    }

    private ParentRow row() {
        ParentRow row = new ParentRow();
        assertTrue(engine.scorecard().read(engine.scorecard().find("P"), row));
        return row;
    }
}
