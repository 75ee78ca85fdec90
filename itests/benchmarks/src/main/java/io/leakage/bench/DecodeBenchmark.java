package io.leakage.bench;

import com.paritytrading.juncture.nasdaq.itch50.ITCH50Parser;
import io.leakage.marketdata.wire.Itch50Decoder;
import java.nio.ByteBuffer;

/**
 * ITCH bytes to fields, one thread: a listener that adds up every field of the messages a book needs, so that none is left unread. Both
 * read the same bytes and must come to the same sum. Beside them a bare walk from message to message.
 */
final class DecodeBenchmark implements Benchmark {
    private static final int OPENING = 200_000;
    private static final int MESSAGES = 2_000_000;

    private final GeneratedMarket market = new GeneratedMarket(8_000, OPENING);
    private final JunctureSum peer = new JunctureSum();
    private final ITCH50Parser parser = new ITCH50Parser(peer);
    private final OurSum ours = new OurSum();
    private final Itch50Decoder decoder = new Itch50Decoder(ours);
    private long walked;

    @Override
    public String name() {
        return "decode";
    }

    @Override
    public Report run() throws Exception {
        market.writeOpening();
        market.write(MESSAGES);
        Report report = new Duel(name(), "message")
                .contestant("juncture", this::readWithJuncture)
                .contestant("ours", this::readWithOurs, null, Goal.atMost(0))
                .ratio("ours", Goal.atMost(0.5))
                .contestant("frame walk", this::walk)
                .run();
        double times = report.value("ours", "CPU ns/message") / report.value("frame walk", "CPU ns/message");
        report.figure("ours / frame walk", "×", times, Goal.atMost(4));
        if (peer.sum() != ours.sum() || walked == 0) {
            throw new IllegalStateException("ours read " + ours.sum() + ", the peer " + peer.sum());
        }
        return report;
    }

    /** What no decoder can do without: each message's length and type. */
    private long walk() {
        byte[] bytes = market.bytes();
        int end = market.end();
        long messages = 0;
        int at = 0;
        while (at < end) {
            walked += bytes[at + 2];
            at += 2 + ((bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF);
            messages++;
        }
        return messages;
    }

    private long readWithJuncture() throws Exception {
        int end = market.end();
        ByteBuffer buffer = ByteBuffer.wrap(market.bytes());
        long messages = 0;
        int at = 0;
        while (at < end) {
            int length = buffer.limit(end).getShort(at) & 0xFFFF;
            buffer.limit(at + 2 + length).position(at + 2);
            parser.message(buffer);
            at += 2 + length;
            messages++;
        }
        return messages;
    }

    private long readWithOurs() {
        byte[] bytes = market.bytes();
        int end = market.end();
        long messages = 0;
        int at = 0;
        while (at < end) {
            int length = (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
            decoder.decode(bytes, at + 2, length);
            at += 2 + length;
            messages++;
        }
        return messages;
    }
}
