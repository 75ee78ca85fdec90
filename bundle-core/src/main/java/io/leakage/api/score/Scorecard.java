package io.leakage.api.score;

import java.util.List;
import java.util.stream.IntStream;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reads the scores, an OSGi service. Any thread may call; a row handed in is filled with one consistent version, and reading one never
 * waits for the pipeline. {@link #evidence} and {@link #asks} may: they ask the pipeline itself, one caller after the other, and wait up
 * to three seconds for its answer.
 */
@ProviderType
public interface Scorecard {
    /**
     * {@return how many numbers parents were given, 0 … parents−1 in the order they were first seen; some have no row, such as one that
     * turned out to be another's child}
     */
    int parents();

    /**
     * Finds a parent by any id its drop copy has shown: its own ClOrdID, a child's ClOrdID (replaced ones included), an OrderID.
     *
     * @param id never null
     * @return its number, −1 when no order has that id
     */
    int find(String id);

    /**
     * Fills {@code into} with the parent's newest row; {@return false when there is none, and then {@code into} may have changed all the
     * same} One thread at a time reads what a {@link PastReading} gives.
     *
     * @param parent its number; any may be asked for
     * @param into   never null
     */
    boolean read(int parent, ParentRow into);

    /**
     * Fills {@code into} with the parent's child at this place; {@return false when there is none, as in {@link #read}}
     *
     * @param into never null
     */
    boolean readChild(int parent, int child, ChildRow into);

    /**
     * Fills {@code into} with the parent's fill at this place; {@return false when there is none, as in {@link #read}}
     *
     * @param into never null
     */
    boolean readFill(int parent, int fill, FillRow into);

    /**
     * {@return the text behind a name, null when the number was never given out}
     *
     * @param kind never null
     */
    String text(NameKind kind, int name);

    /**
     * Names an algorithm as people do, where a broker's file, a drop copy's profile or the host tells its name.
     *
     * @param broker   the executing broker ({@link NameKind#TEXT}), −1 while that is not told
     * @param strategy as rows have it ({@link NameKind#TEXT}), −1 for none
     * @return its name; where nobody tells one the value on the wire with its tag ({@code 847=1003}); null for none
     */
    default String strategy(int broker, int strategy) {
        String text = strategy < 0 ? null : text(NameKind.TEXT, strategy);
        return text == null ? null : WireStrategy.of(text).toString();
    }

    /** {@return the newest amendments, oldest first: what was shown and is another now} */
    default List<Amendment> amendments() {
        return List.of();
    }

    /** {@return those of one parent} */
    default List<Amendment> amendments(int parent) {
        return amendments().stream().filter(amendment -> amendment.parent() == parent).toList();
    }

    /** {@return the newest verdicts, oldest first: which rules fired, which ended, and why} */
    default List<Verdict> verdicts() {
        return List.of();
    }

    /** {@return what became of rules that ask for a switch} */
    SwitchReadings switches();

    /**
     * {@return the newest footprints of an order, each with its placebos; null when it has shown nothing, or nobody could tell within three
     * seconds} Unlike the rows it waits until the pipeline has come as far as it had been told.
     */
    default EvidenceCard evidence(int parent) {
        return null;
    }

    /**
     * {@return who was asked for quotes in the newest requests, with what the market did after each ask, the oldest first; empty when
     * nobody was, or nobody could tell within three seconds} Like a card it waits until the pipeline has come as far as it had been
     * told.
     */
    default List<Ask> asks() {
        return List.of();
    }

    /**
     * {@return which orders of a desk are named leaking now, none where nobody told of this desk}
     *
     * @param desk the desk's id, never null
     */
    default Discoveries discoveries(String desk) {
        return new Discoveries(desk, Discoveries.USUAL_RATE, 0, Double.POSITIVE_INFINITY, List.of());
    }

    /** {@return the numbers of parents that are orders nobody named a parent for and that name none, and have executed: to be assigned} */
    default int[] unassigned() {
        ParentRow row = new ParentRow();
        return IntStream.range(0, parents()).filter(parent -> read(parent, row) && Flag.PARENT_UNKNOWN.in(row.flags())).toArray();
    }

    /** {@return where the rows are kept, and why there: for a health check ("Chronicle Map in …", "heap, … cannot be used here")} */
    String keptIn();

    /** {@return how far the scorecard has come} */
    Progress progress();
}
