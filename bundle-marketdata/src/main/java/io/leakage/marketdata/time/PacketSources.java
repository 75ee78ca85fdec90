package io.leakage.marketdata.time;

import java.io.IOException;
import java.nio.channels.DatagramChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the best source of receive times that this machine has. */
public final class PacketSources {
    private static final Logger LOG = LoggerFactory.getLogger(PacketSources.class);

    private PacketSources() {
    }

    /**
     * Reads a channel with the kernel's receive times, or with this process's own where the kernel's cannot be had; the log says which
     * and why.
     *
     * @param name    for the log: the line this is
     * @param channel bound, in non-blocking mode; stays the caller's to close
     * @return its packets
     */
    public static PacketSource of(String name, DatagramChannel channel) {
        try {
            PacketSource kernel = new KernelStamps(channel);
            LOG.info("'{}': receive times are the kernel's", name);
            return kernel;
        } catch (IOException | LinkageError e) {
            LOG.warn("'{}': receive times are this process's own, not the kernel's: {}", name, e.getMessage());
            return jvm(channel);
        }
    }

    /** {@return the packets of a channel, bound and in non-blocking mode, with this process's own receive times} */
    public static PacketSource jvm(DatagramChannel channel) {
        return new JvmStamps(channel);
    }
}
