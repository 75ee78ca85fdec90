package io.leakage.dropcopy.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A profile's file, read strictly: every key must be there, no other may be, and each value is what it has to be. */
final class ProfileFile {
    private static final int MOST_SECONDS = 7 * 86_400;
    private static final int MOST_BYTES = 1 << 20;
    private static final Pattern NAMED = Pattern.compile("([1-9]\\d{0,8}=\\S+)\\s+(\\S.*)");

    private final String file;
    private final Properties left;

    /** A file of this name with these properties, which are taken out one by one. */
    ProfileFile(String file, Properties properties) {
        this.file = file;
        this.left = properties;
    }

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException with file, key, value and what is allowed
     */
    Profile profile(String name) {
        Profile profile = new Profile(name, one("version", "4.2", "4.4", "5.0SP2"), yes("acceptor"),
                list("execution.key", ",", part -> tags("execution.key", part, "/")), Set.copyOf(list("execution.nokey", ",", key -> key)),
                list("execution.fallback", ",", part -> tags("execution.fallback", part, "/")),
                number("resend.chunk", 0, 1_000_000), yes("buffers"),
                one("after.reset", "forgets", "resumes").equals("resumes") ? AfterReset.RESUMES : AfterReset.FORGETS,
                list("parent", " ", ParentRule::of), word("ids.of"), number("time.tag", 1, 999_999_999), number("encapsulated.tag", 0, 999_999_999),
                tags("strategy.tags", take("strategy.tags"), ","), names("strategy.names"),
                number("decision.tag", 0, 999_999_999), yes("orig.sending.time"),
                number("latency.seconds", 0, 86_400), yes("next.expected"), number("largest.message", 1024, MOST_BYTES),
                number("waiting.messages", 1, 1_000_000), yes("low.replays"), yes("refuse.unread"), dayEnd(),
                new Patience(number("acknowledgement.seconds", 1, MOST_SECONDS), number("correction.seconds", 1, MOST_SECONDS),
                        number("id.reuse.seconds", 1, MOST_SECONDS)));
        if (!left.isEmpty()) {
            throw refused(new TreeSet<>(left.stringPropertyNames()).first(), "no such key", null);
        }
        if (profile.executionKey().isEmpty() || !profile.executionKey().get(0).equals(List.of(17))) {
            throw refused("execution.key", "17 first, then parts parted by commas, tags of a part by /", profile.executionKey());
        }
        return profile;
    }

    private String take(String key) {
        Object value = left.remove(key);
        if (value == null) {
            throw refused(key, "a value", null);
        }
        return value.toString().trim();
    }

    private DayEnd dayEnd() {
        String value = take("day.end");
        try {
            return DayEnd.of(value);
        } catch (IllegalArgumentException e) {
            throw refused("day.end", e.getMessage(), value);
        }
    }

    private String one(String key, String... allowed) {
        String value = take(key);
        if (!List.of(allowed).contains(value)) {
            throw refused(key, String.join(", ", allowed), value);
        }
        return value;
    }

    private boolean yes(String key) {
        return one(key, "true", "false").equals("true");
    }

    private int number(String key, int least, int most) {
        return number(key, take(key), least, most);
    }

    private int number(String key, String value, int least, int most) {
        if (value.matches("\\d{1,9}")) {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw refused(key, least + " to " + most, value);
    }

    private List<Integer> tags(String key, String value, String separator) {
        List<Integer> tags = new ArrayList<>();
        for (String tag : value.split(separator)) {
            if (!tag.isBlank()) {
                tags.add(number(key, tag.trim(), 1, 999_999_999));
            }
        }
        return tags;
    }

    private String word(String key) {
        String word = take(key);
        if (!word.matches("[A-Za-z0-9._-]{0,32}")) {
            throw refused(key, "nothing, or up to 32 letters, digits, dots, dashes and underscores", word);
        }
        return word;
    }

    /** Such as {@code 847=1003 Liquidity seeker, 9001=SNIP Sniper}. */
    private Map<String, String> names(String key) {
        Map<String, String> names = new TreeMap<>();
        for (String part : take(key).split(",")) {
            Matcher named = NAMED.matcher(part.trim());
            if (!part.isBlank() && (!named.matches() || names.put(named.group(1), named.group(2)) != null)) {
                throw refused(key, "TAG=VALUE NAME, each once, parted by commas", part.trim());
            }
        }
        return names;
    }

    private <T> List<T> list(String key, String separator, Function<String, T> read) {
        List<T> all = new ArrayList<>();
        for (String part : take(key).split(separator)) {
            if (!part.isBlank()) {
                try {
                    all.add(read.apply(part.trim()));
                } catch (IllegalArgumentException e) {
                    throw e.getMessage().startsWith(file) ? e : new IllegalArgumentException(file + ", " + key + ": " + e.getMessage(), e);
                }
            }
        }
        return all;
    }

    private IllegalArgumentException refused(String key, String allowed, Object value) {
        return new IllegalArgumentException(file + ", " + key + ": " + allowed + (value == null ? "" : ", got \"" + value + "\""));
    }
}
