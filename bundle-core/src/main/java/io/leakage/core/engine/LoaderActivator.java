package io.leakage.core.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.runtime.ObjectMethods;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * Lets the JDK forget this bundle once its components are gone: {@code java.lang.runtime.ObjectMethods} of JDK 17 remembers the record that
 * was last made ready to be compared or hashed, and with it its class loader. So a class of the JDK's is made ready.
 */
public final class LoaderActivator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        // nothing: Declarative Services start what there is
    }

    @Override
    public void stop(BundleContext context) throws Exception {
        makeReady("equals", MethodType.methodType(boolean.class, String.class, Object.class));
        makeReady("hashCode", MethodType.methodType(int.class, String.class));
    }

    private static void makeReady(String method, MethodType type) throws Exception {
        try {
            ObjectMethods.bootstrap(MethodHandles.lookup(), method, type, String.class, "text", MethodHandles.identity(String.class));
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
