package io.leakage.marketdata.feed;

import io.leakage.api.event.Absent;
import io.leakage.marketdata.wire.DbnMetadata;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Which instrument a DBN record is about. Its number stands for a symbol on certain days, as the file's head says, or since a definition
 * or mapping record said so; on a new day the head is asked anew. Looking up allocates nothing while the day stays. One thread.
 */
final class DbnSymbols {
    private static final long DAY = 86_400_000_000_000L;

    private final ToIntFunction<String> instruments;
    private final List<Mapping> mappings = new ArrayList<>();
    private final Map<Long, String> learned = new HashMap<>();
    private long day = Long.MIN_VALUE;
    private long[] ids = new long[64];
    private int[] values = new int[64];
    private int used;

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
        Arrays.fill(ids, -1);
    }

    /** {@return the instrument of this number at this time, {@link Absent#NAME} while nobody has said which} */
    int instrument(long id, long nanos) {
        long today = Math.floorDiv(nanos, DAY);
        if (today != day) {
            begin(today);
        }
        int at = slot(id);
        return ids[at] == id ? values[at] : Absent.NAME;
    }

    /** From here on the number stands for this symbol. */
    void learn(long id, String symbol) {
        if (!symbol.isEmpty() && !symbol.equals(learned.put(id, symbol))) {
            put(id, symbol);
        }
    }

    private void begin(long today) {
        day = today;
        Arrays.fill(ids, -1);
        used = 0;
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
        if (2 * used >= ids.length) {
            grow();
        }
        int at = slot(id);
        used += ids[at] == id ? 0 : 1;
        ids[at] = id;
        values[at] = instruments.applyAsInt(symbol);
    }

    private void grow() {
        long[] oldIds = ids;
        int[] oldValues = values;
        ids = new long[2 * oldIds.length];
        values = new int[ids.length];
        Arrays.fill(ids, -1);
        for (int i = 0; i < oldIds.length; i++) {
            if (oldIds[i] >= 0) {
                int at = slot(oldIds[i]);
                ids[at] = oldIds[i];
                values[at] = oldValues[i];
            }
        }
    }

    private int slot(long id) {
        int mask = ids.length - 1;
        int at = (int) (id * 0x9E3779B97F4A7C15L >>> 40) & mask;
        while (ids[at] != id && ids[at] >= 0) {
            at = at + 1 & mask;
        }
        return at;
    }

    private static long id(String text) {
        try {
            return Long.parseUnsignedLong(text) & 0xFFFF_FFFFL;
        } catch (NumberFormatException e) {
            return -1;   // not a number: this mapping is of another kind
        }
    }
}
