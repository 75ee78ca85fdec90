package io.leakage.core.score;

import java.io.IOException;
import java.io.InputStream;

/**
 * A class loader for Chronicle and what touches it. It defines their classes from the bytes the bundle has, those made at build time first,
 * and
 * finds the JDK's internal packages, which an OSGi framework shows to no bundle unless its configuration says so. So the same classes run
 * in any framework and on
 * a plain class path, and everything Chronicle pins goes when this loader goes.
 */
final class ChronicleLoader extends ClassLoader {
    private static final String OURS = ChronicleLoader.class.getPackageName() + '.';

    static {
        registerAsParallelCapable();
    }

    ChronicleLoader(ClassLoader bundle) {
        super("chronicle", bundle);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            if (isOwn(name)) {
                return defined(name);
            }
            return isJdk(name) ? getPlatformClassLoader().loadClass(name) : super.loadClass(name, resolve);
        }
    }

    private static boolean isOwn(String name) {
        return name.startsWith("net.openhft.") || name.startsWith("com.squareup.javapoet.")
                || name.startsWith(OURS) && !name.equals(ScoreStore.class.getName());
    }

    private static boolean isJdk(String name) {
        return name.startsWith("javax.") || name.startsWith("sun.") || name.startsWith("jdk.") || name.startsWith("com.sun.");
    }

    private Class<?> defined(String name) throws ClassNotFoundException {
        InputStream made = ChronicleLoader.class.getResourceAsStream(name + ".bin");
        try (InputStream bytes = made != null ? made : getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] all = bytes.readAllBytes();
            return defineClass(name, all, 0, all.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
