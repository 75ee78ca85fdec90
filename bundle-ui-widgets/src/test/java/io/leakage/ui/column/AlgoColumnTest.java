package io.leakage.ui.column;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leakage.api.host.OrderRef;
import io.leakage.api.score.NameKind;
import io.leakage.ui.RecordedScorecard;
import io.leakage.ui.text.CellText;
import org.junit.jupiter.api.Test;

class AlgoColumnTest {
    private final RecordedScorecard scorecard = new RecordedScorecard();
    private final LeakageColumns columns = new LeakageColumns(scorecard, new DirtyOrders());

    @Test
    void anAlgoIsShownByItsNameAndByTagAndValueWhereNobodyTellsOne() {
        int parent = scorecard.golden("P-1");
        assertEquals("Algo: no message has told one.", explained());

        scorecard.change(parent, row -> row.strategy(scorecard.name(NameKind.TEXT, "1003")));
        assertEquals("847=1003", shown());
        assertEquals("Algo: 847=1003 on the wire; no broker's file and no profile tells its name.", explained());

        scorecard.algo("847=1003", "LIQUIDITY_SEEKER");
        assertEquals("LIQUIDITY_SEEKER", shown());
        assertEquals("Algo: LIQUIDITY_SEEKER, 847=1003 on the wire.", explained());
    }

    private String explained() {
        return columns.explain(OrderRef.clOrdId("P-1"), "algo");
    }

    private String shown() {
        return new CellText(columns, "algo").read(OrderRef.clOrdId("P-1"));
    }
}
