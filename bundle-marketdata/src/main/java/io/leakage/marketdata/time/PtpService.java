package io.leakage.marketdata.time;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Asks a PTP service (linuxptp's ptp4l) about itself over its management socket. One thread. */
final class PtpService implements Closeable {
    private static final byte[] NOTHING = {};
    private static final double SCALE = 65_536.0;

    private final PtpSocket socket;
    private final int domain;
    private final int sender = (int) ProcessHandle.current().pid() & 0xFFFF;
    private int sequence;

    /**
     * Connects.
     *
     * @param path   the service's socket
     * @param domain PTP domain, 0 to 255; a service of another does not answer
     * @throws IOException when the socket cannot be had
     */
    PtpService(Path path, int domain) throws IOException {
        this.socket = PtpSocket.open(path);
        this.domain = domain;
    }

    /**
     * Reads all that tells how good the service's clock is.
     *
     * @throws IOException when it does not answer, or not in full
     */
    PtpReading read() throws IOException {
        int ports = get(PtpManagement.DEFAULT_DATA_SET, 20).getShort(2);
        ByteBuffer current = get(PtpManagement.CURRENT_DATA_SET, 18);
        ByteBuffer status = get(PtpManagement.TIME_STATUS_NP, 50);
        ByteBuffer parent = get(PtpManagement.PARENT_DATA_SET, 32);
        ByteBuffer properties = get(PtpManagement.TIME_PROPERTIES_DATA_SET, 4);
        ByteBuffer port = bestPort(ports);
        long offset = (long) (current.getLong(2) / SCALE);
        long other = status.getLong(0);
        return new PtpReading(PtpPort.of(port.get(10)), Math.abs(other) > Math.abs(offset) ? other : offset,
                (long) Math.ceil(Math.abs(current.getLong(10)) / SCALE), status.getLong(8), port.get(20), port.get(22),
                properties.getShort(0), properties.get(2) & 0xFF, String.format("%016x", parent.getLong(24)), parent.get(19) & 0xFF,
                parent.get(20) & 0xFF);
    }

    /** A boundary clock has several ports, each answers; the one that follows counts. */
    private ByteBuffer bestPort(int ports) throws IOException {
        ByteBuffer best = get(PtpManagement.PORT_DATA_SET, 26);
        for (int i = 1; i < ports; i++) {
            ByteBuffer next = answer(PtpManagement.PORT_DATA_SET, 26);
            if (PtpPort.of(next.get(10)).compareTo(PtpPort.of(best.get(10))) > 0) {
                best = next;
            }
        }
        return best;
    }

    private ByteBuffer get(int id, int dataBytes) throws IOException {
        return ask(PtpManagement.GET, id, NOTHING, dataBytes);
    }

    /**
     * Sends a request.
     *
     * @param dataBytes the least the answer must hold
     * @return a copy of the answer's data
     * @throws IOException when it is refused or not answered
     */
    ByteBuffer ask(int action, int id, byte[] data, int dataBytes) throws IOException {
        PtpManagement.write(socket.bytes(), action, id, domain, sender, ++sequence, data);
        socket.send();
        return answer(id, dataBytes);
    }

    private ByteBuffer answer(int id, int dataBytes) throws IOException {
        while (socket.receive()) {
            PtpManagement message = new PtpManagement(socket.bytes());
            if (message.answers(id, sequence, dataBytes)) {
                return ByteBuffer.allocate(PtpManagement.LONGEST).put(message.data()).flip();
            }
            if (message.refuses(sequence)) {
                throw new IOException("the PTP service refused request " + Integer.toHexString(id));
            }
        }
        throw new IOException("the PTP service did not answer request " + Integer.toHexString(id) + " in domain " + domain);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
