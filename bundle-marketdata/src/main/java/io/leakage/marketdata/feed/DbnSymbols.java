package io.leakage.marketdata.feed;

import io.leakage.api.event.Absent;
import io.leakage.marketdata.wire.DbnMetadata;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Which instrument a DBN record is about. Its number stands for a symbol on certain days, as the file's head says, or since a definition
 * or mapping record said so; on a new day the head is asked anew. The last two days are kept, since around midnight records of both come
 * mixed: looking up allocates nothing while it is one of them. One thread.
 */
final class DbnSymbols {
    private static final long DAY = 86_400_000_000_000L;

    private final ToIntFunction<String> instruments;
    private final List<Mapping> mappings = new ArrayList<>();
    private final Map<Long, String> learned = new HashMap<>();
    private DbnDay now = new DbnDay();
    private DbnDay before = new DbnDay();

    private record Mapping(long id, String symbol, int firstDay, int endDay) {
    }

    /**
     * The symbols of one file.
     *
     * @param head        the file's head
     * @param instruments gives a symbol its instrument's number
     */
    DbnSymbols(DbnMetadata head, ToIntFunction<String> instruments) {
        this.instruments = instruments;
        boolean toldById = head.told() == DbnMetadata.BY_ID;
        head.forEachMapping((asked, told, firstDay, endDay) -> {
            long id = id(toldById ? told : asked);
            String symbol = toldById ? asked : told;
            if (id >= 0 && !symbol.isEmpty()) {
                mappings.add(new Mapping(id, symbol, firstDay, endDay));
            }
        });
    }

    /** {@return the instrument of this number at this time, {@link Absent#NAME} while nobody has said which} */
    int instrument(long id, long nanos) {
        long today = Math.floorDiv(nanos, DAY);
        if (!now.is(today)) {
            change(today);
        }
        return now.instrument(id);
    }

    /** From here on the number stands for this symbol; on the other day only if the head names no other. */
    void learn(long id, String symbol) {
        if (!symbol.isEmpty() && !symbol.equals(learned.put(id, symbol))) {
            int instrument = instruments.applyAsInt(symbol);
            now.put(id, instrument);
            if (before.instrument(id) == Absent.NAME) {
                before.put(id, instrument);
            } else {
                before.forget();
            }
        }
    }

    private void change(long today) {
        DbnDay other = before;
        before = now;
        now = other;
        if (!now.is(today)) {
            begin(today);
        }
    }

    private void begin(long today) {
        now.begin(today);
        learned.forEach(this::put);
        LocalDate date = LocalDate.ofEpochDay(today);
        int number = date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
        for (Mapping mapping : mappings) {
            if (number >= mapping.firstDay && number < mapping.endDay) {
                put(mapping.id, mapping.symbol);
            }
        }
    }

    private void put(long id, String symbol) {
        now.put(id, instruments.applyAsInt(symbol));
    }

    private static long id(String text) {
        try {
            return Long.parseUnsignedLong(text) & 0xFFFF_FFFFL;
        } catch (NumberFormatException e) {
            return -1;   // not a number: this mapping is of another kind
        }
    }
}
