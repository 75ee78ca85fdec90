package io.leakage.marketdata.tape;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Capture files as tcpdump and Wireshark write them, in either byte order. */
public final class CaptureBytes {
    /** The link most captures have. */
    public static final int ETHERNET = 1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ByteOrder order;

    private CaptureBytes(ByteOrder order) {
        this.order = order;
    }

    /** {@return a pcap in nanoseconds, little-endian, of Ethernet} */
    public static CaptureBytes pcap() {
        return pcap(ByteOrder.LITTLE_ENDIAN, 0xA1B23C4D, ETHERNET);
    }

    /** {@return a pcap with this magic number and link} */
    public static CaptureBytes pcap(ByteOrder order, int magic, int link) {
        CaptureBytes file = new CaptureBytes(order);
        file.put(file.room(24).putInt(magic).putShort((short) 2).putShort((short) 4).putLong(0).putInt(65_535).putInt(link));
        return file;
    }

    /** {@return a pcapng without any block} */
    public static CaptureBytes pcapng(ByteOrder order) {
        return new CaptureBytes(order);
    }

    /** One packet of a pcap. */
    public CaptureBytes packet(long seconds, long fraction, byte[] frame) {
        return packet(seconds, fraction, frame.length, frame);
    }

    /** One packet of a pcap that was longer on the wire. */
    public CaptureBytes packet(long seconds, long fraction, int wire, byte[] frame) {
        return put(room(16 + frame.length).putInt((int) seconds).putInt((int) fraction).putInt(frame.length).putInt(wire).put(frame));
    }

    /** A section header, in another order from here on when asked. */
    public CaptureBytes section() {
        return block(0x0A0D0D0A, room(16).putInt(0x1A2B3C4D).putShort((short) 1).putShort((short) 0).putLong(-1));
    }

    /** An interface; options are given as code, then their bytes. */
    public CaptureBytes networkInterface(int link, int snap, byte[]... options) {
        byte[] all = Frames.join(options);
        return block(1, room(8 + all.length).putShort((short) link).putShort((short) 0).putInt(snap).put(all));
    }

    /** {@return an option, padded} */
    public byte[] option(int code, byte[] value) {
        return room(4 + padded(value.length)).putShort((short) code).putShort((short) value.length).put(value).array();
    }

    /** {@return eight bytes in the file's order} */
    public byte[] i64(long value) {
        return room(8).putLong(value).array();
    }

    /** An enhanced packet block. */
    public CaptureBytes enhanced(int number, long ticks, byte[] frame) {
        return block(6, timed(room(20 + padded(frame.length)).putInt(number), ticks, frame));
    }

    /** The obsolete packet block. */
    public CaptureBytes old(int number, long ticks, byte[] frame) {
        return block(2, timed(room(20 + padded(frame.length)).putShort((short) number).putShort((short) 3), ticks, frame));
    }

    /** A simple packet block: no interface, no time. */
    public CaptureBytes simple(int wire, byte[] frame) {
        return block(3, room(4 + padded(frame.length)).putInt(wire).put(frame));
    }

    /** Any block. */
    public CaptureBytes block(int type, byte[] body) {
        return block(type, ByteBuffer.wrap(body));
    }

    /** Anything. */
    public CaptureBytes raw(byte[] anything) {
        bytes.writeBytes(anything);
        return this;
    }

    /** {@return the file} */
    public byte[] array() {
        return bytes.toByteArray();
    }

    private static ByteBuffer timed(ByteBuffer block, long ticks, byte[] frame) {
        return block.putInt((int) (ticks >>> 32)).putInt((int) ticks).putInt(frame.length).putInt(frame.length).put(frame);
    }

    private CaptureBytes block(int type, ByteBuffer body) {
        int length = 12 + body.capacity();
        return put(room(length).putInt(type).putInt(length).put(body.array()).putInt(length));
    }

    private CaptureBytes put(ByteBuffer part) {
        return raw(part.array());
    }

    private ByteBuffer room(int size) {
        return ByteBuffer.allocate(size).order(order);
    }

    private static int padded(int length) {
        return length + 3 & ~3;
    }
}
