package io.leakage.dropcopy.fix;

import io.leakage.api.event.OrderMessage;
import io.leakage.dropcopy.profile.ParentRule;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;

/**
 * An order's parent by the rules of its profile, the first that finds one. Tags, prefixes and pairs allocate nothing; a regular expression
 * may, and asking the host does.
 */
final class ParentKey {
    private final Watched watched;
    private final Rule[] rules;
    private final HostParents host;
    private final Text text = new Text();

    private record Rule(ParentRule.Kind kind, int tag, int route, byte[] prefix, Matcher matcher) {
    }

    /** Rules, and the host to ask where they say so. */
    ParentKey(List<ParentRule> rules, Watched watched, HostParents host) {
        this.watched = watched;
        this.host = host;
        this.rules = rules.stream().map(this::rule).toArray(Rule[]::new);
    }

    private Rule rule(ParentRule rule) {
        return new Rule(rule.kind(), rule.tag() == 0 ? 0 : watched.add(rule.tag()), rule.route() == 0 ? 0 : watched.add(rule.route()),
                rule.prefix().getBytes(StandardCharsets.ISO_8859_1), rule.pattern() == null ? null : rule.pattern().matcher(text));
    }

    /** Sets the message's parent, or leaves it unknown. */
    void settle(OrderMessage message, Composer composer) {
        for (int i = 0; i < rules.length && message.parentId == OrderMessage.NO_TEXT; i++) {
            Rule rule = rules[i];
            switch (rule.kind()) {
                case TAG -> message.parentId = watched.slice(rule.tag());
                case PREFIX -> message.parentId = prefix(message, rule.prefix());
                case PATTERN -> message.parentId = group(message, rule.matcher());
                case PAIR -> pair(message, rule);
                case LOOKUP -> message.parentId = host.parentOf(message, composer);
            }
        }
    }

    private static long prefix(OrderMessage message, byte[] end) {
        if (message.clOrdId == OrderMessage.NO_TEXT) {
            return OrderMessage.NO_TEXT;
        }
        int start = OrderMessage.offset(message.clOrdId);
        for (int at = start + OrderMessage.length(message.clOrdId) - end.length; at > start; at--) {
            if (Arrays.equals(message.raw, at, at + end.length, end, 0, end.length)) {
                return OrderMessage.slice(start, at - start);
            }
        }
        return OrderMessage.NO_TEXT;
    }

    private long group(OrderMessage message, Matcher matcher) {
        if (message.clOrdId == OrderMessage.NO_TEXT) {
            return OrderMessage.NO_TEXT;
        }
        text.of(message.raw, OrderMessage.offset(message.clOrdId), OrderMessage.length(message.clOrdId));
        matcher.reset();
        return matcher.find() && matcher.start(1) >= 0 && matcher.end(1) > matcher.start(1)
                ? OrderMessage.slice(OrderMessage.offset(message.clOrdId) + matcher.start(1), matcher.end(1) - matcher.start(1))
                : OrderMessage.NO_TEXT;
    }

    /** A route's parent is its order; the order itself goes by its number from now on, so that its routes find it. */
    private void pair(OrderMessage message, Rule rule) {
        long order = watched.slice(rule.tag());
        long route = watched.slice(rule.route());
        if (order == OrderMessage.NO_TEXT) {
            return;
        }
        boolean none = route == OrderMessage.NO_TEXT
                || OrderMessage.length(route) == 1 && message.raw[OrderMessage.offset(route)] == '0';
        if (none) {
            message.clOrdId = order;
            message.origClOrdId = OrderMessage.NO_TEXT;
        }
        message.parentId = order;
    }

    /** A ClOrdID as regular expressions want it. */
    private static final class Text implements CharSequence {
        private byte[] raw = new byte[0];
        private int offset;
        private int length;

        void of(byte[] bytes, int from, int count) {
            raw = bytes;
            offset = from;
            length = count;
        }

        @Override
        public int length() {
            return length;
        }

        @Override
        public char charAt(int index) {
            return (char) (raw[offset + index] & 0xFF);
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return new String(raw, offset + from, to - from, StandardCharsets.ISO_8859_1);
        }

        @Override
        public String toString() {
            return new String(raw, offset, length, StandardCharsets.ISO_8859_1);
        }
    }
}
