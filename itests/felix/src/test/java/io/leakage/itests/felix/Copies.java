package io.leakage.itests.felix;

import io.leakage.api.health.CopyCondition;
import io.leakage.api.health.CopyHealth;
import io.leakage.api.health.CopyState;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** The drop copies of a desk as its administrator and its operator see them. */
final class Copies {
    /** Our CompID at every source made here. */
    static final String US = "SCORECARD";
    private static final String PROCESSOR = "org.apache.felix.service.command.CommandProcessor";

    private final Desk desk;

    Copies(Desk desk) {
        this.desk = desk;
    }

    /** Writes a source's configuration: the other side's CompID is the source's name in capitals, and {@code values} are set beyond. */
    void configure(String name, int port, Map<String, ?> values) throws IOException {
        Map<String, Object> all = new TreeMap<>(Map.of("name", name, "port", port, "sender.comp.id", US, "target.comp.id", venue(name),
                "reconnect.seconds", 1, "store", ""));
        all.putAll(values);
        Path half = Files.writeString(desk.local.configurations().resolve(name + ".half"), all.entrySet().stream()
                .map(one -> one.getKey() + "=\"" + one.getValue() + "\"\n").collect(Collectors.joining()));
        Files.move(half, file(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Takes a source's configuration away. */
    void remove(String name) throws IOException {
        Files.delete(file(name));
    }

    /** {@return a source's configuration as it stands} */
    String configuration(String name) throws IOException {
        return Files.readString(file(name));
    }

    /** {@return the CompID of a source's other side} */
    static String venue(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    /** {@return how a source is, null while there is none of this name} */
    CopyState state(String name) {
        BundleContext context = desk.launcher().context();
        try {
            // all: the service has a second name, of a class that this class path has as well
            ServiceReference<?>[] found = context.getAllServiceReferences(CopyHealth.class.getName(), null);
            for (ServiceReference<?> reference : found == null ? new ServiceReference<?>[0] : found) {
                CopyHealth health = (CopyHealth) context.getService(reference);
                CopyState state = health == null ? null : health.state();
                context.ungetService(reference);
                if (state != null && state.name().equals(name)) {
                    return state;
                }
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
        return null;
    }

    /** Waits until a source is there and flows. */
    void awaitFlowing(String name) {
        Await.until(() -> state(name) != null && state(name).condition() == CopyCondition.FLOWING, () -> name + " is " + state(name));
    }

    /** {@return shares executed of an order, 0 before it is known} */
    long executed(String id) {
        Scorecard scorecard = desk.launcher().service(Scorecard.class);
        ParentRow row = new ParentRow();
        int parent = scorecard.find(id);
        return parent >= 0 && scorecard.read(parent, row) ? row.executed() : 0;
    }

    /** Waits until so many shares of an order have executed. */
    void awaitExecuted(String id, long shares) {
        Await.until(() -> executed(id) >= shares, () -> id + " has executed " + executed(id) + " of " + shares);
    }

    /** {@return what the console prints and answers to a line} */
    String console(String line) throws Exception {
        BundleContext context = desk.launcher().context();
        // all: this class path has no such class, or one of its own
        ServiceReference<?> reference = context.getAllServiceReferences(PROCESSOR, null)[0];
        Object processor = context.getService(reference);
        Class<?> type = processor.getClass().getClassLoader().loadClass(PROCESSOR);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Object session = type.getMethod("createSession", InputStream.class, OutputStream.class, OutputStream.class).invoke(processor,
                new ByteArrayInputStream(new byte[0]), printed, printed);
        Class<?> sessionType = type.getClassLoader().loadClass("org.apache.felix.service.command.CommandSession");
        try {
            Object answer = sessionType.getMethod("execute", CharSequence.class).invoke(session, line);
            return printed.toString(StandardCharsets.UTF_8) + (answer == null ? "" : answer);
        } finally {
            sessionType.getMethod("close").invoke(session);
            context.ungetService(reference);
        }
    }

    private Path file(String name) {
        return desk.local.configurations().resolve("leakage.dropcopy.source-" + name + ".config");
    }
}
