package io.leakage.marketdata.time;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The C library's calls that Java does not have, mapped directly: numbers and addresses only, so nothing is allocated. The only class that
 * knows JNA. Linux on 64 bits; elsewhere, or where the native library cannot be loaded, {@link #missing()} says why and nothing else may
 * be called.
 */
final class Libc {
    static final int EINTR = 4;
    static final int EAGAIN = 11;

    /** While it is unset JNA asks ldconfig for it, a process; the C library is in this process already. */
    private static final String PATHS = "jna.platform.library.path";
    private static final String UNASKED = "not asked for";
    private static final String CLEANER = "com.sun.jna.internal.Cleaner$CleanerThread";
    private static final long JOIN_MILLIS = 1_000;
    private static String missing = UNASKED;
    private static boolean registered;

    private Libc() {
    }

    /** {@return why no call can be made, null when all can; to be asked before the first call, which loads the library} */
    static synchronized String missing() {
        if (UNASKED.equals(missing)) {
            // JNA keeps its structures in thread-locals: on the host's thread they would hold the bundle's class loader for ever
            Thread loading = new Thread(() -> missing = load(), "leakage-native");
            loading.start();
            join(loading, 0);
        }
        return missing;
    }

    private static String load() {
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (!system.matches("Linux (amd64|aarch64)")) {
            return "no C library known for " + system + ", expected Linux amd64 or aarch64";
        }
        boolean unset = System.getProperty(PATHS) == null;
        try {
            if (unset) {
                System.setProperty(PATHS, "");
            }
            Native.register(Libc.class, NativeLibrary.getProcess());
            registered = true;
            return null;
        } catch (LinkageError | IllegalArgumentException e) {
            return "JNA cannot be loaded: " + e;
        } finally {
            if (unset) {
                System.clearProperty(PATHS);
            }
        }
    }

    /**
     * Lets go of the native library, once and for good: the bundle is being stopped. JNA's own thread would otherwise hold the bundle's
     * class loader half a minute longer. Who calls into the library afterwards gets an {@link UnsatisfiedLinkError}.
     */
    static synchronized void release() {
        if (registered) {
            registered = false;
            Native.unregister(Libc.class);
            Thread.getAllStackTraces().keySet().stream().filter(Libc::isOurCleaner).forEach(Libc::end);
        }
    }

    private static boolean isOurCleaner(Thread thread) {
        Class<?> type = thread.getClass();
        return type.getName().equals(CLEANER) && type.getClassLoader() == Libc.class.getClassLoader();
    }

    private static void join(Thread thread, long millis) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join(millis);
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void end(Thread thread) {
        thread.interrupt();
        join(thread, JOIN_MILLIS);
    }

    /** {@return memory that calls can be given, zeroed, in the machine's byte order} */
    static ByteBuffer memory(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    /** {@return where a direct buffer begins; allocates} */
    static long address(ByteBuffer direct) {
        return Pointer.nativeValue(Native.getDirectBufferPointer(direct));
    }

    /** {@return the error number of this thread's latest call that failed} */
    static int error() {
        return Native.getLastError();
    }

    /** {@return an exception that names the call and what the C library says of the error} */
    static IOException failure(String call) {
        return new IOException(call + ": " + strerror(error()));
    }

    static native int socket(int domain, int type, int protocol);

    static native int bind(int socket, long address, int length);

    static native int connect(int socket, long address, int length);

    static native long send(int socket, long bytes, long length, int flags);

    static native long recv(int socket, long bytes, long length, int flags);

    static native long recvmsg(int socket, long message, int flags);

    static native int setsockopt(int socket, int level, int option, long value, int length);

    static native int adjtimex(long timex);

    static native String strerror(int error);

    static native int close(int socket);
}
