package io.leakage.core.score;

import io.leakage.api.score.ChildRow;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.ParentRow;

/**
 * Keeps the newest version of every row. One thread, the outlet, writes; any thread reads one consistent version, never waits for the
 * writer, and after {@link #close} finds nothing.
 */
public interface ScoreStore extends AutoCloseable {
    /** {@return what keeps the rows, and why when it is not what was asked for: one line for the log and the health check} */
    String kind();

    /** Keeps a parent's row under its number. The outlet only. */
    void put(ParentRow row);

    /** Keeps a child's row under its parent and place. The outlet only. */
    void put(ChildRow row);

    /** Keeps a fill's row under its parent and place. The outlet only. */
    void put(FillRow row);

    /** Fills {@code into} with the parent's row; {@return false when there is none} */
    boolean get(int parent, ParentRow into);

    /** Fills {@code into} with the child's row; {@return false when there is none} */
    boolean get(int parent, int child, ChildRow into);

    /** Fills {@code into} with the fill's row; {@return false when there is none} */
    boolean get(int parent, int fill, FillRow into);

    /** Forgets all rows: before a journal is replayed from its start. The outlet only. */
    void clear();

    /** Gives back what it holds; waits for readers in the middle of a row. The outlet's owner, once the outlet has ended. */
    @Override
    void close();
}
