package io.leakage.marketdata.feed;

import io.leakage.api.event.MarketInlet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A day of ITCH 5.0 from an {@link ItchFile}, played into an inlet. */
final class ItchRecording implements RecordedFeed {
    private final ItchFile file;
    private final ItchToInlet itch;

    private ItchRecording(ItchFile file, ItchToInlet itch) {
        this.file = file;
        this.itch = itch;
    }

    static ItchRecording open(Path path, VenueDay day, MarketInlet inlet, Consumer<String> problem) throws IOException {
        return new ItchRecording(ItchFile.open(path, problem), new ItchToInlet(inlet, day));
    }

    @Override
    public boolean next() throws IOException {
        return file.next(itch);
    }

    @Override
    public long venueNanos() {
        return itch.venueNanos();
    }

    @Override
    public boolean isDated() {
        return false;
    }

    @Override
    public long messages() {
        return file.messages();
    }

    @Override
    public long problems() {
        return file.problems();
    }

    @Override
    public List<String> doubts() {
        return Doubts.of(itch, 0);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
