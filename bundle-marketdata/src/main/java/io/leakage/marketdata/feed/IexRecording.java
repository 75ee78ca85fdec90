package io.leakage.marketdata.feed;

import io.leakage.api.event.MarketInlet;
import io.leakage.marketdata.wire.CapturedFrame;
import io.leakage.marketdata.wire.FrameKind;
import io.leakage.marketdata.wire.IexTpSegment;
import io.leakage.marketdata.wire.SequencedStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** DEEP or TOPS in the IEX-TP segments of a capture, message by message. One thread; nothing is allocated per message. */
final class IexRecording extends DatedRecording {
    private static final int LOOKED_AT = 10_000;

    private final CaptureFile capture;
    private final IexToInlet iex;
    private final SequencedStream stream;
    private final MessageQueue queue = new MessageQueue();
    private final PacketListener taking = this::take;

    private IexRecording(CaptureFile capture, IexToInlet iex, int protocol, Complaints complaints) {
        super(capture, complaints);
        this.capture = capture;
        this.iex = iex;
        this.stream = new SequencedStream(queue, new IexTpSegment(protocol));
    }

    /**
     * Opens a capture.
     *
     * @param protocol {@link IexTpSegment#DEEP} or {@link IexTpSegment#TOPS}
     * @throws IOException when it cannot be opened
     */
    static IexRecording open(Path path, int protocol, MarketInlet inlet, Consumer<String> problem) throws IOException {
        IexToInlet iex = protocol == IexTpSegment.DEEP ? IexToInlet.deep(inlet) : IexToInlet.tops(inlet);
        return new IexRecording(CaptureFile.open(path, problem), iex, protocol, new Complaints(path, problem));
    }

    /** {@return the message protocol of the first IEX-TP segment in a capture, 0 when there is none among the first 10,000 packets} */
    static int protocolOf(Path path) throws IOException {
        IexTpSegment segment = new IexTpSegment(IexTpSegment.TOPS);
        int[] found = {0};
        try (CaptureFile capture = CaptureFile.open(path, any -> { })) {
            PacketListener look = frame -> {
                if (found[0] == 0 && isSegment(frame, segment)) {
                    found[0] = segment.protocol();
                }
            };
            while (found[0] == 0 && capture.packets() < LOOKED_AT && capture.next(look)) {
                continue;
            }
        }
        return found[0];
    }

    private static boolean isSegment(CapturedFrame frame, IexTpSegment segment) {
        return frame.kind() == FrameKind.UDP && segment.wrap(frame.bytes(), frame.payload(), frame.payloadLength()) == null
                && (segment.protocol() == IexTpSegment.DEEP || segment.protocol() == IexTpSegment.TOPS);
    }

    @Override
    boolean play() throws IOException {
        while (!queue.play(iex)) {
            if (!capture.next(taking)) {
                return false;
            }
        }
        messages++;
        return true;
    }

    @Override
    void end() {
        iex.ended(stream.expected());
    }

    private void take(CapturedFrame frame) {
        if (frame.kind() == FrameKind.UDP) {
            String damage = stream.packet(frame.bytes(), frame.payload(), frame.payloadLength(), frame.receiveNanos());
            if (damage != null) {
                complaints.tell("packet " + capture.packets(), "IEX-TP of " + damage);
            }
        }
    }

    /** {@return what came and what did not} */
    SequencedStream stream() {
        return stream;
    }

    @Override
    public long venueNanos() {
        return iex.venueNanos();
    }

    @Override
    public long problems() {
        return capture.problems() + super.problems();
    }

    @Override
    public List<String> doubts() {
        List<String> doubts = new ArrayList<>(Doubts.of(iex, queue.unread()));
        if (stream.lost() > 0) {
            doubts.add(stream.lost() + " messages are not in the capture");
        }
        if (stream.foreign() > 0) {
            doubts.add(stream.foreign() + " segments of another protocol or channel were passed over");
        }
        return doubts;
    }
}
