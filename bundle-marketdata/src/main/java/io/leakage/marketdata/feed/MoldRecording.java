package io.leakage.marketdata.feed;

import io.leakage.api.event.MarketInlet;
import io.leakage.marketdata.wire.SequencedStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** ITCH 5.0 in the MoldUDP64 packets of a capture, message by message. */
final class MoldRecording implements RecordedFeed {
    private final MoldUdp64Capture capture;
    private final ItchToInlet itch;
    private final MessageQueue queue = new MessageQueue();
    private long messages;
    private boolean finished;

    private MoldRecording(MoldUdp64Capture capture, ItchToInlet itch) {
        this.capture = capture;
        this.itch = itch;
    }

    static MoldRecording open(Path path, VenueDay day, MarketInlet inlet, Consumer<String> problem) throws IOException {
        return new MoldRecording(MoldUdp64Capture.open(path, problem), new ItchToInlet(inlet, day));
    }

    @Override
    public boolean next() throws IOException {
        while (!queue.play(itch)) {
            if (finished) {
                return false;
            }
            finished = !capture.next(queue);
        }
        messages++;
        return true;
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
        return messages;
    }

    @Override
    public long problems() {
        return capture.file().problems() + capture.stream().damaged();
    }

    @Override
    public List<String> doubts() {
        List<String> doubts = new ArrayList<>(Doubts.of(itch, queue.unread()));
        SequencedStream stream = capture.stream();
        if (stream.lost() > 0) {
            doubts.add(stream.lost() + " messages of " + capture.line() + " are not in the capture");
        }
        return doubts;
    }

    @Override
    public void close() throws IOException {
        capture.close();
    }
}
