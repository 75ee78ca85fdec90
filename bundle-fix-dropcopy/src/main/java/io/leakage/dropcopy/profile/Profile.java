package io.leakage.dropcopy.profile;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How one kind of drop copy behaves. Made by {@link Profiles} from a file, with what an administrator set in its stead.
 *
 * @param name           such as {@code generic-44}
 * @param version        FIX version: {@code 4.2}, {@code 4.4} or {@code 5.0SP2}
 * @param acceptor       whether we listen, where the configuration says nothing
 * @param executionKey   what makes an execution unique: parts, each a list of tags of which the first that is there counts
 * @param noKeys         ExecIDs that mean nothing
 * @param fallbackKey    what makes a fill unique whose ExecID means nothing: parts as of the key, all of which must be there
 * @param resendChunk    most messages asked for in one resend request, 0 for all at once
 * @param buffers        whether it keeps what happens while we are away
 * @param afterReset     what it does after it reset its sequence numbers
 * @param parentRules    how a parent is known; the first that finds one counts
 * @param idsOf          a word that stands behind each of its ids where they mean nothing at other sources, {@code P-1@east}; empty where
 *                       the same id at another source is the same order
 * @param timeTag        the tag of the event's time (60); where it is missing OrigSendingTime (122), else SendingTime (52) stands in
 * @param encapsulated   the data tag that holds the message itself in 35=n, 0 when nothing is wrapped
 * @param strategyTags   tags that name the strategy; the first that is there counts
 * @param strategyNames  what strategies are called, by tag and value as on the wire ({@code 847=1003})
 * @param decisionTag    the tag of the price at which it was decided to trade, 0 when nothing tells it
 * @param origTime       whether a message sent again without OrigSendingTime (122) is refused
 * @param latencySeconds beyond this a SendingTime (52) off our clock is told of, 0 never; no message is refused for it
 * @param nextExpected   whether NextExpectedMsgSeqNum (789) is used at logon
 * @param largestMessage bytes; a longer message is not read
 * @param waiting        most messages that may wait behind a gap, each begun KiB counting as one; then the connection is made anew
 * @param lowReplays     whether messages sent again below the expected number are read (they are replays asked for elsewhere)
 * @param refusesUnread  whether application messages of types nobody reads are refused (35=j) beside being kept
 * @param dayEnd         when its trading day ends, null when only messages end an order
 * @param patience       how long it lets wait
 */
public record Profile(String name, String version, boolean acceptor, List<List<Integer>> executionKey, Set<String> noKeys,
        List<List<Integer>> fallbackKey, int resendChunk, boolean buffers, AfterReset afterReset, List<ParentRule> parentRules,
        String idsOf, int timeTag, int encapsulated, List<Integer> strategyTags, Map<String, String> strategyNames,
        int decisionTag, boolean origTime, int latencySeconds,
        boolean nextExpected, int largestMessage, int waiting, boolean lowReplays, boolean refusesUnread, DayEnd dayEnd,
        Patience patience) {
    /** Keeps its lists as they are. */
    public Profile {
        executionKey = List.copyOf(executionKey);
        noKeys = Set.copyOf(noKeys);
        fallbackKey = List.copyOf(fallbackKey);
        parentRules = List.copyOf(parentRules);
        strategyTags = List.copyOf(strategyTags);
        strategyNames = Map.copyOf(strategyNames);
    }

    /** {@return the same with these rules for parents} */
    public Profile parents(List<ParentRule> rules) {
        return new Profile(name, version, acceptor, executionKey, noKeys, fallbackKey, resendChunk, buffers, afterReset, rules, idsOf, timeTag,
                encapsulated, strategyTags, strategyNames, decisionTag, origTime, latencySeconds, nextExpected, largestMessage, waiting,
                lowReplays, refusesUnread, dayEnd, patience);
    }
}
