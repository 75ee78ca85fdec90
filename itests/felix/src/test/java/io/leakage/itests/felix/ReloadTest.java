package io.leakage.itests.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.leakage.api.score.Progress;
import io.leakage.api.score.Scorecard;
import io.leakage.desk.FreePort;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * The drop copy's bundle is stopped, updated and started over and over while a counterparty goes on sending. {@code -Dleakage.reloads} says
 * how often (10).
 */
class ReloadTest {
    private static final int RELOADS = Integer.getInteger("leakage.reloads", 10);
    /** What the framework, the JIT and the libraries make once comes with the first few. */
    private static final int WARM_UP = 5;
    private static final int EACH = 100;
    private static final int BEFORE_STOP = 25;
    private static final long PAUSE_NANOS = 8_000_000;
    private static final long HEAP_BYTES = 2 << 20;
    private static final long METASPACE_BYTES = 5 << 20;
    private static final int TOLD = 12;
    private static final Pattern ROW = Pattern.compile("(?m)^ *\\d+: +\\d+ +(\\d+) +(\\S+)");
    /** A slot of the ring makes room for an order's report when the first goes through it: with few that is over in the warm-up. */
    private static final Map<String, Map<String, ?>> FEW_SLOTS = Map.of("leakage.engine",
            Map.of("ring.slots", 256, "drop.copy.sync", false));

    private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    private final Semaphore toSend = new Semaphore(0);
    private volatile long pauseNanos = PAUSE_NANOS;
    private int sent;
    private Copies copies;
    private FrameworkWiring wiring;

    @Test
    void reloadingUnderLoadLeavesNothingBehindAndLosesNothing() throws Exception {
        int port = FreePort.tcp();
        try (Desk desk = new Desk(true, FEW_SLOTS); Street street = Street.calling("STREET", Copies.US, port)) {
            // Equinox keeps 6 of 8 loaders even after a refresh; why is not known
            assumeTrue(desk.launcher().context().getBundle(0).getSymbolicName().contains("felix"), "skipped: not in Felix");
            copies = new Copies(desk);
            wiring = desk.launcher().context().getBundle(0).adapt(FrameworkWiring.class);
            copies.configure("street", port, Map.of("store", desk.local.journal().resolveSibling("numbers")));
            street.awaitLogon();
            Order order = new Order("R", street);
            Thread load = new Thread(() -> load(order), "load");
            load.start();
            Bundle bundle = Arrays.stream(desk.launcher().context().getBundles())
                    .filter(one -> one.getSymbolicName().equals("io.leakage.dropcopy")).findFirst().orElseThrow();
            reload(bundle, WARM_UP);
            Left before = left();
            reload(bundle, RELOADS);
            Left after = left();
            // every fill is kept by the scorecard and by the street; so many again without a reload say how much that is
            pauseNanos = 0;
            for (int i = 0; i < RELOADS; i++) {
                go(EACH);
                copies.awaitExecuted("R", sent);
            }
            Left unloaded = left();
            load.interrupt();
            load.join();
            Map<String, Long> grown = new TreeMap<>(after.heap());
            before.heap().forEach((type, bytes) -> grown.merge(type, -bytes, Long::sum));
            unloaded.heap().forEach((type, bytes) -> grown.merge(type, -bytes, Long::sum));
            after.heap().forEach((type, bytes) -> grown.merge(type, bytes, Long::sum));
            long heap = grown.values().stream().mapToLong(Long::longValue).sum();
            System.err.printf("%d reloads under load: %,d bytes of heap, %,d of metaspace, %d old class loaders, threads %d, then %d; "
                    + "%,d fills, %d logons; most grew %s%n", RELOADS, heap, after.metaspace() - before.metaspace(), alive(),
                    count(before.threads()), count(after.threads()), sent, street.logons(), most(grown));

            assertEquals(0, alive(), "class loaders that are not the running one");
            assertEquals(before.threads(), after.threads());
            assertTrue(heap <= HEAP_BYTES, () -> heap + " bytes of heap, most of them " + most(grown));
            assertTrue(after.metaspace() - before.metaspace() <= METASPACE_BYTES, before.metaspace() + " became " + after.metaspace());
            Progress progress = desk.launcher().service(Scorecard.class).progress();
            assertEquals(sent, copies.executed("R"), "each once");
            assertEquals(1 + sent, progress.orderEvents(), "nothing was handed on twice");
            assertEquals(0, progress.quarantined());
            assertEquals(0, progress.unapplied());
            assertTrue(street.logons() > RELOADS + WARM_UP, "it came back each time");
        }
    }

    /** Fills as many as it may, at a pace of about 100 a second. */
    private void load(Order order) {
        try {
            while (true) {
                toSend.acquire();
                order.fill(1);
                LockSupport.parkNanos(pauseNanos);
            }
        } catch (InterruptedException e) {
            // the end
        }
    }

    private void go(int fills) {
        sent += fills;
        toSend.release(fills);
    }

    /** Each time it is stopped in the midst of what is sent, and all of that comes through before the next. */
    private void reload(Bundle bundle, int times) throws BundleException, InterruptedException {
        for (int i = 0; i < times; i++) {
            loaders.add(new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader()));
            go(EACH);
            copies.awaitExecuted("R", sent - EACH + BEFORE_STOP);
            bundle.stop();
            bundle.update();
            refresh(bundle);
            bundle.start();
            copies.awaitExecuted("R", sent);
        }
        copies.awaitFlowing("street");
    }

    /** Lets the framework part with what the bundle was before. */
    private void refresh(Bundle bundle) throws InterruptedException {
        CountDownLatch refreshed = new CountDownLatch(1);
        wiring.refreshBundles(List.of(bundle), event -> refreshed.countDown());
        assertTrue(refreshed.await(1, TimeUnit.MINUTES), "not refreshed within a minute");
    }

    /**
     * What there is.
     *
     * @param heap bytes of what lives, by class
     */
    private record Left(Map<String, Long> heap, long metaspace, Map<String, Long> threads) {
    }

    private static Left left() throws JMException {
        Map<String, Long> heap = living();
        long metaspace = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getName().equals("Metaspace"))
                .mapToLong(pool -> pool.getUsage().getUsed()).sum();
        return new Left(heap, metaspace, threads());
    }

    /** As jcmd GC.class_histogram has it, which collects all garbage first; twice, for what only goes with the first. */
    private static Map<String, Long> living() throws JMException {
        forgetWhatIsKeptSoftly();
        Map<String, Long> bytes = new TreeMap<>();
        for (int i = 0; i < 2; i++) {
            bytes.clear();
            String table = (String) ManagementFactory.getPlatformMBeanServer().invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"), "gcClassHistogram", new Object[] {new String[0]},
                    new String[] {String[].class.getName()});
            ROW.matcher(table).results().forEach(row -> bytes.merge(row.group(2), Long.parseLong(row.group(1)), Long::sum));
        }
        return bytes;
    }

    /**
     * Asks for more memory than there is: before that is refused, all that is softly reachable goes. Felix keeps the tables of contents of
     * jars so, those of earlier revisions too.
     */
    private static void forgetWhatIsKeptSoftly() {
        assertThrows(OutOfMemoryError.class, () -> {
            long[] whole = new long[(int) Math.min(Integer.MAX_VALUE - 8L, Runtime.getRuntime().maxMemory() / Long.BYTES)];
            throw new IllegalStateException(whole.length + " longs were to be had");
        });
    }

    private static String most(Map<String, Long> grown) {
        return grown.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed()).limit(TOLD)
                .map(one -> one.getKey() + " " + one.getValue()).collect(Collectors.joining(", "));
    }

    /** How many there are by their names, without the numbers that those have; the web server's come and go by themselves. */
    private static Map<String, Long> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(thread -> thread.getName().replaceAll("[0-9]+", "#"))
                .filter(name -> !name.startsWith("qtp")).collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    }

    private static long count(Map<String, Long> threads) {
        return threads.values().stream().mapToLong(Long::longValue).sum();
    }

    private long alive() {
        return loaders.stream().filter(one -> one.get() != null).count();
    }
}
