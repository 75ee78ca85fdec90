package io.leakage.desk;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Enumeration;
import java.util.function.Consumer;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * Warnings and errors that Declarative Services, File Install and others tell the framework's log service, such as a configuration that was
 * refused, handed on as lines. The service's types live in a bundle, out of our sight, so it is called by reflection.
 */
final class FrameworkLog {
    private static final String READER = "org.osgi.service.log.LogReaderService";
    private static final String LISTENER = "org.osgi.service.log.LogListener";
    private static final String ENTRY = "org.osgi.service.log.LogEntry";
    private static final int WARNING = 2;

    private final Class<?> entryType;
    private final Consumer<String> sink;

    private FrameworkLog(Class<?> entryType, Consumer<String> sink) {
        this.entryType = entryType;
        this.sink = sink;
    }

    /**
     * Hands on what the log holds and what it will hear; nothing when the framework has no log service.
     *
     * @param context the framework's
     * @param sink    takes the lines, on the log service's thread
     * @throws IllegalStateException when the service is there but is not what the OSGi compendium says
     */
    static void forward(BundleContext context, Consumer<String> sink) {
        try {
            ServiceReference<?>[] references = context.getAllServiceReferences(READER, null);
            if (references == null) {
                return;
            }
            Object reader = context.getService(references[0]);
            ClassLoader loader = reader.getClass().getClassLoader();
            FrameworkLog log = new FrameworkLog(loader.loadClass(ENTRY), sink);
            Class<?> listenerType = loader.loadClass(LISTENER);
            Class<?> readerType = loader.loadClass(READER);
            for (Object entry : Collections.list((Enumeration<?>) readerType.getMethod("getLog").invoke(reader))) {
                log.tell(entry);
            }
            Object listener = Proxy.newProxyInstance(loader, new Class<?>[] {listenerType}, (proxy, method, arguments) -> switch (
                    method.getName()) {
                case "logged" -> {
                    log.tell(arguments[0]);
                    yield null;
                }
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> LISTENER;
            });
            readerType.getMethod("addLogListener", listenerType).invoke(reader, listener);
        } catch (ReflectiveOperationException | InvalidSyntaxException e) {
            throw new IllegalStateException("the framework's log service cannot be read", e);
        }
    }

    private void tell(Object entry) throws ReflectiveOperationException {
        if ((int) get(entry, "getLevel") > WARNING) {
            return;
        }
        Bundle bundle = (Bundle) get(entry, "getBundle");
        Throwable cause = root((Throwable) get(entry, "getException"));
        sink.accept((bundle == null ? "" : bundle.getSymbolicName() + ": ") + get(entry, "getMessage")
                + (cause == null ? "" : ": " + cause.getMessage()));
    }

    private Object get(Object entry, String what) throws NoSuchMethodException, IllegalAccessException, InvocationTargetException {
        return entryType.getMethod(what).invoke(entry);
    }

    private static Throwable root(Throwable thrown) {
        return thrown == null || thrown.getCause() == null ? thrown : root(thrown.getCause());
    }
}
