package io.leakage.oracle;

import io.leakage.simulator.Stretch;
import io.leakage.simulator.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Examines worlds, stretch after stretch on some threads; what it finds does not depend on how many. */
final class Oracle {
    /** Instruments of a stretch, and so its parents. */
    static final int PARENTS_A_STRETCH = 4;
    private static final int QUIET_SECONDS = 300;
    private static final int ACTS = 110;
    private static final long FIRST_SEED = 20_261_129;

    /** Wants to know how far it is. */
    @FunctionalInterface
    interface Progress {
        void done(String world, int parents, int of);
    }

    private final Path folder;
    private final int threads;
    private final Progress progress;

    /**
     * An oracle.
     *
     * @param folder   keeps files while they are read
     * @param threads  how many stretches at a time
     * @param progress told how far it is
     */
    Oracle(Path folder, int threads, Progress progress) {
        this.folder = folder;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * Examines worlds.
     *
     * @param worlds  which
     * @param parents at least so many of each; rounded up to whole stretches
     * @return what was found, world by world
     */
    List<WorldResult> examine(List<World> worlds, int parents) {
        int stretches = (parents + PARENTS_A_STRETCH - 1) / PARENTS_A_STRETCH;
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<List<Future<List<Finding>>>> futures = new ArrayList<>();
            for (World world : worlds) {
                List<Future<List<Finding>>> ofWorld = new ArrayList<>();
                for (int i = 0; i < stretches; i++) {
                    long seed = FIRST_SEED + i;
                    ofWorld.add(workers.submit(() -> stretch(world, seed)));
                }
                futures.add(ofWorld);
            }
            List<WorldResult> results = new ArrayList<>();
            for (int i = 0; i < worlds.size(); i++) {
                results.add(new WorldResult(worlds.get(i), collect(worlds.get(i), futures.get(i))));
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private List<Finding> collect(World world, List<Future<List<Finding>>> stretches)
            throws InterruptedException, ExecutionException {
        List<Finding> findings = new ArrayList<>();
        for (Future<List<Finding>> stretch : stretches) {
            findings.addAll(stretch.get());
            progress.done(world.name(), findings.size(), stretches.size() * PARENTS_A_STRETCH);
        }
        return findings;
    }

    private List<Finding> stretch(World world, long seed) {
        try {
            Path own = Files.createTempDirectory(folder, "stretch");
            List<Finding> findings = new Examiner(own).examine(new Stretch.Options(world, seed, PARENTS_A_STRETCH, QUIET_SECONDS, ACTS));
            Files.delete(own);
            return findings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
