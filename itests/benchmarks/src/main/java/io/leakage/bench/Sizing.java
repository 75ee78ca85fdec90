package io.leakage.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a deployment takes, from constants that were measured and assumptions that are the reader's own. Sizes are decimal: 1 TB = 1e12
 * bytes. A year is {@link Assumption#DAYS_A_YEAR} trading days, a month a twelfth of it.
 */
final class Sizing {
    private static final double HOUR_NANOS = 3.6e12;
    private static final double TERA = 1e12;
    private static final double GIGA = 1e9;

    /** What {@code itests/bench.sh sizing} measures. */
    enum Constant {
        JOURNAL_PLAIN("journal, plain", "bytes/event"),
        JOURNAL_PACKED("journal, packed", "bytes/event"),
        ARCHIVE("archive, all tables", "bytes/event"),
        TOPICS("topics, all tables, as the producer packs them", "bytes/event"),
        RESCORING("re-scoring a packed journal, one thread", "ns/event"),
        ARCHIVING("archive's tail, one thread", "ns/event");

        final String what;
        final String unit;

        Constant(String what, String unit) {
            this.what = what;
            this.unit = unit;
        }
    }

    /** What nobody can measure for another firm; the defaults are a full US equities tape and a cloud's list prices. */
    enum Assumption {
        EVENTS_A_DAY("market events a day", "events", 3e9),
        DAYS_A_YEAR("trading days a year", "days", 252),
        JOURNAL_DAYS("days the journal is kept", "days", 20),
        TOPIC_DAYS("days the topics are kept", "days", 5),
        COPIES("copies of a topic", "copies", 3),
        SLOTS("slots of a cluster", "slots", 16),
        SLOT_SHARE("rate of a slot to that of one thread in process", "ratio", 0.5),
        DISK_PRICE("a block store", "USD/TB/month", 80),
        OBJECT_PRICE("an object store", "USD/TB/month", 23),
        CORE_PRICE("a core", "USD/hour", 0.05);

        final String what;
        final String unit;
        final double standard;

        Assumption(String what, String unit, double standard) {
            this.what = what;
            this.unit = unit;
            this.standard = standard;
        }
    }

    private Sizing() {
    }

    /** {@return what follows, by what it is, unit in parentheses} */
    static Map<String, Double> of(Map<Constant, Double> constants, Map<Assumption, Double> assumed) {
        double events = assumed.get(Assumption.EVENTS_A_DAY);
        double yearly = assumed.get(Assumption.DAYS_A_YEAR);
        double packed = events * constants.get(Constant.JOURNAL_PACKED);
        double archive = events * constants.get(Constant.ARCHIVE);
        double topics = events * constants.get(Constant.TOPICS) * assumed.get(Assumption.TOPIC_DAYS) * assumed.get(Assumption.COPIES);
        double journal = packed * assumed.get(Assumption.JOURNAL_DAYS);
        double hours = events * yearly * constants.get(Constant.RESCORING) / HOUR_NANOS;
        double slotHours = hours / assumed.get(Assumption.SLOT_SHARE);
        Map<String, Double> sizes = new LinkedHashMap<>();
        sizes.put("journal of a day, plain (GB)", events * constants.get(Constant.JOURNAL_PLAIN) / GIGA);
        sizes.put("journal of a day, packed (GB)", packed / GIGA);
        sizes.put("journal kept (TB)", journal / TERA);
        sizes.put("archive of a day (GB)", archive / GIGA);
        sizes.put("archive of a year (TB)", archive * yearly / TERA);
        sizes.put("topics kept, all copies (TB)", topics / TERA);
        sizes.put("archiving a day, one thread (hours)", events * constants.get(Constant.ARCHIVING) / HOUR_NANOS);
        sizes.put("re-scoring a year, one thread (hours)", hours);
        sizes.put("re-scoring a year, all slots (hours)", slotHours / assumed.get(Assumption.SLOTS));
        sizes.put("journal (USD/month)", journal / TERA * assumed.get(Assumption.DISK_PRICE));
        sizes.put("a year's archive in an object store (USD/month)", archive * yearly / TERA * assumed.get(Assumption.OBJECT_PRICE));
        sizes.put("topics (USD/month)", topics / TERA * assumed.get(Assumption.DISK_PRICE));
        sizes.put("re-scoring a year once (USD)", slotHours * assumed.get(Assumption.CORE_PRICE));
        return sizes;
    }
}
