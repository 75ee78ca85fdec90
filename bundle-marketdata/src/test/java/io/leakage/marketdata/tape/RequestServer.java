package io.leakage.marketdata.tape;

import io.leakage.marketdata.wire.MoldUdp64Request;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A MoldUDP64 request server on loopback: answers from a session's messages, so many to a packet, or says nothing. */
public final class RequestServer implements AutoCloseable {
    private final DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private final List<byte[]> messages;
    private final int perPacket;

    /**
     * Starts to answer.
     *
     * @param messages  those of the session, from number 1
     * @param perPacket most messages of an answer, 0 for a server that is silent
     */
    public RequestServer(List<byte[]> messages, int perPacket) throws SocketException {
        this.messages = messages;
        this.perPacket = perPacket;
        Thread thread = new Thread(this::serve, "request-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** {@return where it listens} */
    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
    }

    /** {@return the next request as {@code session first+count}, null when none came within ten seconds} */
    public String nextRequest() throws InterruptedException {
        return requests.poll(10, TimeUnit.SECONDS);
    }

    private void serve() {
        DatagramPacket request = new DatagramPacket(new byte[2_048], 2_048);
        try {
            while (true) {
                socket.receive(request);
                answer(ByteBuffer.wrap(request.getData(), 0, request.getLength()), request);
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void answer(ByteBuffer asked, DatagramPacket from) throws IOException {
        if (asked.remaining() != MoldUdp64Request.LENGTH) {
            requests.add(asked.remaining() + " bytes");
            return;
        }
        String session = new String(from.getData(), 0, 10, StandardCharsets.US_ASCII).strip();
        long first = asked.getLong(10);
        int count = Math.min(asked.getShort(18) & 0xFFFF, perPacket);
        requests.add(session + " " + first + "+" + (asked.getShort(18) & 0xFFFF));
        if (count > 0 && first + count - 1 <= messages.size()) {
            byte[][] again = messages.subList((int) first - 1, (int) first - 1 + count).toArray(byte[][]::new);
            byte[] packet = Wire.mold(session, first, again);
            socket.send(new DatagramPacket(packet, packet.length, from.getSocketAddress()));
        }
        Arrays.fill(from.getData(), (byte) 0);
    }

    @Override
    public void close() {
        socket.close();
    }
}
