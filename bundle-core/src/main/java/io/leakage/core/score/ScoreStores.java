package io.leakage.core.score;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the best store this process can have. */
public final class ScoreStores {
    private static final Logger LOG = LoggerFactory.getLogger(ScoreStores.class);
    private static final String[] QUIET = {"chronicle.analytics.disable", "chronicle.announcer.disable"};

    private ScoreStores() {
    }

    /**
     * Opens a store: Chronicle Map where it can run, whatever the process' flags, else a heap store. What became of it stands in the log
     * and in {@link ScoreStore#kind}. Never fails.
     *
     * @param dir             folder of its files, made when it is not there, of one process at a time; null keeps nothing beyond the
     * process
     * @param parentsExpected how many parents a day brings; ten times as many still fit
     */
    public static ScoreStore open(Path dir, int parentsExpected) {
        try {
            ScoreStore store = chronicle(dir, parentsExpected);
            LOG.info("scores are kept in {}", store.kind());
            return store;
        } catch (ReflectiveOperationException | ExecutionException | RuntimeException | LinkageError e) {
            Throwable cause = cause(e);
            HeapScoreStore store = new HeapScoreStore("heap, Chronicle Map cannot be used here: " + cause);
            LOG.warn("scores are kept on the {}", store.kind(), cause);
            return store;
        }
    }

    private static ScoreStore chronicle(Path dir, int parentsExpected) throws ReflectiveOperationException, ExecutionException {
        for (String property : QUIET) {
            if (System.getProperty(property) == null) {
                System.setProperty(property, "true");
            }
        }
        ChronicleLoader loader = new ChronicleLoader(ScoreStores.class.getClassLoader());
        JdkInternals.openTo(loader.getUnnamedModule());
        Class<?> type = loader.loadClass(ScoreStores.class.getPackageName() + ".ChronicleScoreStore");
        return OwnThread.call(loader, () -> (ScoreStore) type.getConstructor(Path.class, int.class).newInstance(dir, parentsExpected));
    }

    private static Throwable cause(Throwable thrown) {
        boolean wrapper = thrown instanceof ExecutionException || thrown instanceof InvocationTargetException
                || thrown instanceof ExceptionInInitializerError;
        return wrapper && thrown.getCause() != null ? cause(thrown.getCause()) : thrown;
    }
}
