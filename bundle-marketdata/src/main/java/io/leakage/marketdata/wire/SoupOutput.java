package io.leakage.marketdata.wire;

/** Where a SoupBinTCP client writes. */
@FunctionalInterface
public interface SoupOutput {
    /**
     * Sends bytes, or keeps a copy to send it later.
     *
     * @param bytes  holds them
     * @param length how many, from the first
     */
    void send(byte[] bytes, int length);
}
