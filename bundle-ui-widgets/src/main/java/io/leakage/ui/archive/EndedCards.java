package io.leakage.ui.archive;

import io.leakage.api.event.Absent;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.ui.column.DirtyOrders;
import io.leakage.ui.column.Subscription;
import io.leakage.ui.text.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes an order's card when it has ended, and again, one version higher, whenever what the card says is another: the last horizon passed, or
 * a correction came late. A card that says what the files already say is not written, after a new start neither. What cannot be written is
 * logged and tried again when the order changes. On the thread of a subscription of its own.
 */
public final class EndedCards implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EndedCards.class);
    /** A card is for a person or a file server: twice a second is soon. */
    private static final int LOOKS_A_SECOND = 2;

    private final Scorecard scorecard;
    private final CardFiles files;
    private final Path folder;
    private final Map<Integer, Written> written = new HashMap<>();
    private final ParentRow row = new ParentRow();
    private final Subscription subscription;

    /**
     * Writes from now on, first what ended before.
     *
     * @param folder made when it does not exist
     * @param orders tells which changed
     * @throws IOException when the folder cannot be made
     */
    public EndedCards(Scorecard scorecard, Path folder, DirtyOrders orders) throws IOException {
        this.scorecard = scorecard;
        this.folder = folder;
        files = new CardFiles(folder, scorecard);
        subscription = orders.subscribe(this::look, LOOKS_A_SECOND);
        BitSet all = new BitSet();
        all.set(0, scorecard.parents());
        look(all);
    }

    private synchronized void look(BitSet parents) {
        for (int parent = parents.nextSetBit(0); parent >= 0; parent = parents.nextSetBit(parent + 1)) {
            if (Words.isShown(scorecard, parent, row) && (row.endNanos() != Absent.LONG || written.containsKey(parent))) {
                write(parent);
            }
        }
    }

    private void write(int parent) {
        String id = scorecard.text(NameKind.ORDER, row.order());
        String name = CardFiles.name(id);
        try {
            Written before = written.containsKey(parent) ? written.get(parent) : files.written(name);
            long says = Said.by(row);
            written.put(parent, before);
            if (before.version() == 0 || before.said() != says) {
                files.write(parent, name, before.next(says));
                written.put(parent, before.next(says));
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("cannot write the scorecard of {} into {}, it is tried again when the order changes: {}", name, folder, e.toString());
        }
    }

    /** Ends; waits a moment for what is being written. */
    @Override
    public void close() {
        subscription.close();
    }
}
