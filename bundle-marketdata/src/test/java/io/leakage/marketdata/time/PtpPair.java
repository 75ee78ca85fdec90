package io.leakage.marketdata.time;

import io.leakage.api.event.Absent;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * Two real ptp4l, a grandmaster and one that only measures, each in a network namespace of its own, with our relay between. Both live on
 * this machine's one clock, so what they are truly apart is known: 0. Announces come every 0.25 s, Syncs every 0.125 s.
 */
final class PtpPair implements Closeable {
    static final long ANNOUNCE_NANOS = 250_000_000;

    private static final String TAG = "lk" + Long.toHexString(ProcessHandle.current().pid() & 0xFFFFF);
    private static final String CONFIGURATION = """
            [global]
            network_transport L2
            time_stamping software
            delay_mechanism E2E
            free_running 1
            logAnnounceInterval -2
            logSyncInterval -3
            logMinDelayReqInterval -3
            """;

    private final Path folder;
    private final List<Process> processes = new ArrayList<>();
    private final Thread lastResort = new Thread(this::sweep);
    private PtpRelay relay;
    private PtpService grandmaster;

    private PtpPair(Path folder) {
        this.folder = folder;
    }

    /** Builds it all; where that is not permitted or a part is missing the test is skipped and says why. */
    static PtpPair start(Path folder) throws IOException {
        Assumptions.assumeTrue(Libc.missing() == null, "no C library: " + Libc.missing());
        Assumptions.assumeTrue(runs("ptp4l", "-v"), "ptp4l is not installed (Debian: linuxptp)");
        Assumptions.assumeTrue(runs("ip", "netns", "add", TAG + "a"), "network namespaces are not permitted here, or iproute2 is missing");
        PtpPair pair = new PtpPair(folder);
        Runtime.getRuntime().addShutdownHook(pair.lastResort);
        try {
            pair.build();
            return pair;
        } catch (IOException | RuntimeException e) {
            pair.close();
            throw e;
        }
    }

    private void build() throws IOException {
        run("ip", "netns", "add", TAG + "b");
        for (String side : List.of("a", "b")) {
            String outer = TAG + side + "0";
            String inner = TAG + side + "1";
            run("ip", "link", "add", outer, "type", "veth", "peer", "name", inner, "netns", TAG + side);
            run("ip", "link", "set", outer, "up");
            run("ip", "-n", TAG + side, "link", "set", inner, "up");
            // a checksum that a card is to fill in would never be
            runs("ethtool", "-K", outer, "tx", "off", "rx", "off");
        }
        relay = new PtpRelay(TAG + "a0", TAG + "b0");
        ptp4l("a", CONFIGURATION + "priority1 10\n");
        ptp4l("b", CONFIGURATION + "priority1 200\nslaveOnly 1\n");
        grandmaster = service("a");
    }

    private void ptp4l(String side, String configuration) throws IOException {
        Path file = Files.writeString(folder.resolve(side + ".cfg"), configuration + "uds_address " + socket(side) + "\n");
        processes.add(new ProcessBuilder("ip", "netns", "exec", TAG + side, "ptp4l", "-f", file.toString(), "-i", TAG + side + "1", "-m")
                .redirectErrorStream(true).redirectOutput(folder.resolve(side + ".log").toFile()).start());
    }

    private PtpService service(String side) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!Files.exists(socket(side))) {
            Assumptions.assumeTrue(processes.stream().allMatch(Process::isAlive) && System.nanoTime() < deadline,
                    () -> "ptp4l does not run here: " + log(side));
            Thread.onSpinWait();
        }
        return new PtpService(socket(side), 0);
    }

    private String log(String side) {
        try {
            return Files.readString(folder.resolve(side + ".log"));
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    /** {@return the management socket of the one that measures} */
    Path slave() {
        return socket("b");
    }

    private Path socket(String side) {
        return folder.resolve(side + ".sock");
    }

    PtpRelay relay() {
        return relay;
    }

    /** {@return readings of the clock as the one that measures tells them, with a jitter of 100 µs} */
    ClockReadings readings(boolean freeRunning) {
        ClockReadings readings = new ClockReadings(settings(freeRunning));
        readings.jitter(100_000);
        return readings;
    }

    ClockSettings settings(boolean freeRunning) {
        return new ClockSettings(slave(), 0, Absent.LONG, 10, 300_000_000_000L, 1_000_000, freeRunning, LeapSeconds.builtIn());
    }

    /** Changes what the grandmaster says of itself; TAI−UTC is 37 s throughout. */
    void announce(int clockClass, int accuracy, int flags) throws IOException {
        byte[] data = {(byte) clockClass, (byte) accuracy, 0x4E, 0x5D, 0, 37, (byte) flags, 0x20};
        grandmaster.ask(PtpManagement.SET, PtpManagement.GRANDMASTER_SETTINGS_NP, data, data.length);
    }

    private static void run(String... command) throws IOException {
        if (!runs(command)) {
            throw new IOException("failed: " + String.join(" ", command));
        }
    }

    private static boolean runs(String... command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void sweep() {
        for (Process process : processes) {
            process.destroy();
            try {
                if (!process.waitFor(5, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
            }
        }
        for (String side : List.of("a", "b")) {
            runs("ip", "link", "del", TAG + side + "0");
            runs("ip", "netns", "del", TAG + side);
        }
    }

    @Override
    public void close() throws IOException {
        Runtime.getRuntime().removeShutdownHook(lastResort);
        try {
            if (grandmaster != null) {
                grandmaster.close();
            }
            if (relay != null) {
                relay.close();
            }
        } finally {
            sweep();
        }
    }
}
