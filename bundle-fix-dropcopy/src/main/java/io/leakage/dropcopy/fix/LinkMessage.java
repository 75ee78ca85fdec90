package io.leakage.dropcopy.fix;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A message to go out over an order session: the body's fields by tag, and at most one repeating group.
 *
 * @param type    MsgType (35)
 * @param fields  tag → value, without header and trailer
 * @param count   the group's NumInGroup tag, 0 for no group
 * @param entries the group's entries, each beginning with its lowest tag
 */
public record LinkMessage(String type, SortedMap<Integer, String> fields, int count, List<SortedMap<Integer, String>> entries) {
    /** Keeps copies. */
    public LinkMessage {
        fields = new TreeMap<>(fields);
        entries = List.copyOf(entries);
    }
}
