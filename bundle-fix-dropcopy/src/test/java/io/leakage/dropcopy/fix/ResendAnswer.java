package io.leakage.dropcopy.fix;

/** What a scripted venue does when it is asked to send again. */
@FunctionalInterface
public interface ResendAnswer {
    /** Sends what it kept, each with 43=Y and its first SendingTime as 122; a gap fill for what it kept nothing of. */
    ResendAnswer REPLAY = ScriptedVenue::replay;
    /** Fills the whole range with one gap fill: nothing there. */
    ResendAnswer GAP_FILL = (venue, first, last) -> venue.gapFill(first, last + 1);
    /** Rejects the request (35=3). */
    ResendAnswer REFUSE = (venue, first, last) -> venue.send("3", "45=" + venue.lastHeard().get(34) + "|372=2|58=no history|");
    /** Says nothing. */
    ResendAnswer SILENCE = (venue, first, last) -> { };

    /**
     * Answers one request.
     *
     * @param first BeginSeqNo (7)
     * @param last  EndSeqNo (16), 0 (all) already replaced by the number sent last
     */
    void answer(ScriptedVenue venue, int first, int last);

    /** {@return an answer that replays so many numbers of each request and leaves out the rest} */
    static ResendAnswer part(int most) {
        return (venue, first, last) -> venue.replay(first, Math.min(last, first + most - 1));
    }
}
