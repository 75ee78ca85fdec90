package io.leakage.desk;

import io.leakage.api.score.AlgoSwitch;

/** Who sits before the page on the day of the case study, and decides in place of the command. Each call comes on a thread of the study. */
public interface CaseTrader {
    /**
     * The page is up, and nothing has happened yet.
     *
     * @param url   the page's address
     * @param token what the trader enters there
     */
    void begins(String url, String token);

    /**
     * A switch waits for a decision. The day stands still until this returns, three minutes at most.
     *
     * @param one the switch
     * @return what the story tells of it
     */
    String decides(AlgoSwitch one);

    /** The day is over; the page stays until this returns. */
    void ends();
}
