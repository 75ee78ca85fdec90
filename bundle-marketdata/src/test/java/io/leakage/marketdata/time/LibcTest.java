package io.leakage.marketdata.time;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jna.Native;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The native library in a class loader of its own, as in a bundle. */
class LibcTest {
    @Test
    void oneThatIsReleasedHoldsNoClassLoader() throws Exception {
        Assumptions.assumeTrue(Libc.missing() == null, "no C library: " + Libc.missing());
        WeakReference<ClassLoader> loader = usedAndReleased();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (loader.get() != null && System.nanoTime() < deadline) {
            System.gc();
        }

        assertNull(loader.get(), "the class loader is still held");
    }

    @Test
    void loadingLeavesNoPropertyBehind() {
        Assumptions.assumeTrue(Libc.missing() == null, "no C library: " + Libc.missing());

        assertNull(System.getProperty("jna.platform.library.path"));
    }

    /** Nothing of this frame's may stay on the stack, so the work is done on a thread that ends. */
    private static WeakReference<ClassLoader> usedAndReleased() throws Exception {
        URL[] places = {place(Libc.class), place(Native.class)};
        URLClassLoader loader = new URLClassLoader(places, ClassLoader.getPlatformClassLoader());
        Thread user = new Thread(() -> use(loader));
        user.start();
        user.join();
        loader.close();
        return new WeakReference<>(loader);
    }

    private static void use(ClassLoader loader) {
        try {
            Constructor<?> clock = loader.loadClass(KernelClock.class.getName()).getDeclaredConstructor();
            clock.setAccessible(true);
            assertNotNull(clock.newInstance());
            Method release = loader.loadClass(Libc.class.getName()).getDeclaredMethod("release");
            release.setAccessible(true);
            release.invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static URL place(Class<?> type) throws IOException {
        URL place = type.getProtectionDomain().getCodeSource().getLocation();
        assertTrue(place.toString().endsWith("/") || place.toString().endsWith(".jar"), place.toString());
        return place;
    }
}
