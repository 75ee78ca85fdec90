package io.leakage.flink;

import io.leakage.core.tail.FillStandings.Fill;
import io.leakage.core.tail.Standings.Standing;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.api.java.tuple.Tuple5;
import org.apache.flink.api.java.tuple.Tuple6;
import org.apache.flink.util.OutputTag;

/** What parts tell beside what they count, and what kinds of results there are. */
final class Outputs {
    /** A result's kind: what a part told, as {@code RecordDigests} in hexadecimal. */
    static final String PART = "part";
    /** A result's kind: which orders of a desk leak. */
    static final String DESK = "desk";
    /** A result's kind: how fills of one group did. */
    static final String LEAGUE = "league";
    /** What a result is: its kind, whose it is, and what it says. */
    static final TypeInformation<Tuple3<String, String, String>> RESULT = TypeInformation.of(new TypeHint<>() { });

    /** Records, a line of JSON each, behind their table's id. */
    static final OutputTag<String> RECORDS = new OutputTag<>("records", TypeInformation.of(String.class));
    /** Desk, order, day, whether it works, evidence, the desk's rate. */
    static final OutputTag<Tuple6<String, String, Long, Boolean, Double, Double>> STANDINGS = new OutputTag<>("standings",
            TypeInformation.of(new TypeHint<>() { }));
    /** By and group, order, number, markout, shares. */
    static final OutputTag<Tuple5<String, String, Integer, Double, Long>> FILLS = new OutputTag<>("fills",
            TypeInformation.of(new TypeHint<>() { }));

    private static final String UNTOLD = "not told";

    private Outputs() {
    }

    static Tuple6<String, String, Long, Boolean, Double, Double> standing(Standing one) {
        return Tuple6.of(told(one.desk()), told(one.order()), one.day(), one.works(), one.evidence(), one.rate());
    }

    /** {@return a fill once for each league} */
    static List<Tuple5<String, String, Integer, Double, Long>> fills(Fill fill) {
        return List.of(league("venue", fill.venue(), fill), league("broker", fill.broker(), fill), league("algo", fill.algo(), fill));
    }

    private static Tuple5<String, String, Integer, Double, Long> league(String by, String group, Fill fill) {
        return Tuple5.of(by + " " + told(group), told(fill.order()), fill.number(), fill.markout(), fill.shares());
    }

    /** {@return a name that was told, or that it was not: its frame may be lost, and Flink refuses a key that is null} */
    private static String told(String name) {
        return name == null ? UNTOLD : name;
    }
}
