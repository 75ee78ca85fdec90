package io.leakage.api.event;

import org.osgi.annotation.versioning.ProviderType;

/**
 * What persons decide about switches, as events like any other. Who may decide what is for the caller to know; here it is only kept to
 * that some decisions take two persons. What came of a decision is told by the scorecard.
 *
 * <p>Any thread may call. A call waits while the ring is full, so it is nothing for the thread of a user interface. {@code by} is a
 * person's name everywhere: null or blank is an {@link IllegalArgumentException}, and nothing is decided, but a kill holds even then.
 */
@ProviderType
public interface SwitchInlet {
    /** Which desk: all of the firm, where a desk is asked for. */
    String FIRM = null;

    /**
     * A proposal may be sent. It is, when everything that had to hold to propose it still does.
     *
     * @param number the switch's number
     * @param by     who says so
     */
    void approve(long number, String by);

    /**
     * A proposal may not be sent.
     *
     * @param number the switch's number
     * @param by     who says so
     */
    void reject(long number, String by);

    /**
     * From now on rules leave an order alone.
     *
     * @param parent the parent's number
     * @param by     the trader whose order it is
     */
    void takeOver(int parent, String by);

    /** Rules may act on an order again; see {@link #takeOver}. */
    void release(int parent, String by);

    /**
     * Nothing goes out any more, from before this returns or waits on, over restarts too, until two persons re-arm it.
     *
     * @param desk the desk's id, {@link #FIRM} for all
     * @param by   who says so
     * @throws java.io.UncheckedIOException when that could not be written down for the next start; it is in force all the same
     */
    void kill(String desk, String by);

    /**
     * It may go on after a kill. The first person asks, a second, who is not the one that killed it either, puts it in force; a
     * desk's kill and the firm's are apart.
     *
     * @param desk the desk's id, {@link #FIRM} for the firm's kill
     * @param by   who says so
     */
    void rearm(String desk, String by);

    /**
     * A desk that stopped by itself at a limit may go on.
     *
     * @param desk the desk's id, never {@link #FIRM}
     * @param by   who says so
     */
    void unlatch(String desk, String by);

    /** An order that has had its switches may have as many again. */
    void unlatchParent(int parent, String by);

    /**
     * A desk may act by itself: the first person asks, a second puts it in force.
     *
     * @param desk the desk's id, never {@link #FIRM}
     * @param by   who says so
     */
    void autoOn(String desk, String by);

    /**
     * A desk may no longer act by itself.
     *
     * @param desk the desk's id, never {@link #FIRM}
     * @param by   who says so
     */
    void autoOff(String desk, String by);
}
