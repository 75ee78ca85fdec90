package io.leakage.api.health;

/**
 * One line of a feed at one moment.
 *
 * @param name            where it comes from, {@code 233.54.12.111:26477}
 * @param heard           whether it was heard within the time a line may be silent
 * @param packets         packets received, damaged ones too
 * @param wins            packets that brought at least one message before any other line did
 * @param duplicates      messages that had come already
 * @param damaged         packets dropped because they were not whole
 * @param heartbeats      packets without messages
 * @param strays          packets dropped because they belong elsewhere: another session, channel or protocol, or a number far ahead
 * @param leadMedianNanos by how much its winning packets were ahead of their copies on another line, half of them at most
 * @param leadP99Nanos    the same for 99 of 100
 * @param leadMaxNanos    the same for all
 */
public record LineState(String name, boolean heard, long packets, long wins, long duplicates, long damaged, long heartbeats, long strays,
        long leadMedianNanos, long leadP99Nanos, long leadMaxNanos) {
}
