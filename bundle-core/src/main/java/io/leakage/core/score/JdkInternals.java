package io.leakage.core.score;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.List;

/**
 * Opens the packages of the JDK that Chronicle reaches into, to the loader that Chronicle runs in and to nobody else. The flags
 * {@code --add-opens} do the same; this is for a host whose flags are not ours.
 */
final class JdkInternals {
    private static final List<String> PACKAGES = List.of("java.lang", "java.lang.reflect", "java.nio", "sun.nio.ch", "jdk.internal.misc",
            "jdk.internal.ref");

    private JdkInternals() {
    }

    /**
     * Opens what is not open yet.
     *
     * @throws ReflectiveOperationException when this JDK does not let us
     */
    static void openTo(Module module) throws ReflectiveOperationException {
        Module base = Object.class.getModule();
        for (String name : PACKAGES) {
            if (base.getPackages().contains(name) && !base.isOpen(name, module)) {
                open(base, name, module);
            }
        }
    }

    private static void open(Module base, String name, Module to) throws ReflectiveOperationException {
        MethodHandle open = trustedLookup().findVirtual(Module.class, "implAddOpens",
                MethodType.methodType(void.class, String.class, Module.class));
        try {
            open.invoke(base, name, to);
        } catch (Throwable e) {
            throw new ReflectiveOperationException("cannot open " + name, e);
        }
    }

    /** The lookup that the JDK keeps for itself, read past its access check as {@code sun.misc.Unsafe} still allows. */
    private static MethodHandles.Lookup trustedLookup() throws ReflectiveOperationException {
        Class<?> type = Class.forName("sun.misc.Unsafe", true, ClassLoader.getPlatformClassLoader());
        Field instance = type.getDeclaredField("theUnsafe");
        instance.setAccessible(true);
        Object unsafe = instance.get(null);
        Field lookup = MethodHandles.Lookup.class.getDeclaredField("IMPL_LOOKUP");
        Object base = type.getMethod("staticFieldBase", Field.class).invoke(unsafe, lookup);
        long offset = (long) type.getMethod("staticFieldOffset", Field.class).invoke(unsafe, lookup);
        return (MethodHandles.Lookup) type.getMethod("getObject", Object.class, long.class).invoke(unsafe, base, offset);
    }
}
