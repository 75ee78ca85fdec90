package io.leakage.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/**
 * Whether everything in a framework is up, and if not, why. A bundle that is ACTIVE says nothing about its components, so the
 * Service Component Runtime is asked too; by reflection, because its packages belong to the bundles, not to the launcher. Of ours every
 * component must be configured; what a library would do if it were (a health check over others, a servlet filter) nobody misses.
 */
final class Readiness {
    private static final String RUNTIME = "org.osgi.service.component.runtime.ServiceComponentRuntime";
    /** A component with this property need not be configured. */
    private static final String OPTIONAL = "leakage.optional";
    private static final String OURS = "io.leakage.";
    private static final int UNSATISFIED_CONFIGURATION = 1;
    private static final int SATISFIED = 4;
    private static final int ACTIVE = 8;

    private Readiness() {
    }

    static List<String> missing(BundleContext context) {
        List<String> missing = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getState() != Bundle.ACTIVE && bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
                missing.add("bundle " + bundle.getSymbolicName() + " " + bundle.getVersion() + " is " + state(bundle.getState()));
            }
        }
        ServiceReference<?> reference = context.getServiceReference(RUNTIME);
        if (reference == null) {
            missing.add("no " + RUNTIME + ": nothing can be said about components");
            return missing;
        }
        try {
            addComponents(context.getService(reference), missing);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(RUNTIME + " is not the one of OSGi Compendium 7 or 8", e);
        } finally {
            context.ungetService(reference);
        }
        return missing;
    }

    private static void addComponents(Object runtime, List<String> missing) throws ReflectiveOperationException {
        Class<?> type = runtime.getClass().getClassLoader().loadClass(RUNTIME);
        var descriptions = type.getMethod("getComponentDescriptionDTOs", Bundle[].class);
        for (Object description : (Collection<?>) descriptions.invoke(runtime, (Object) new Bundle[0])) {
            var configurations = type.getMethod("getComponentConfigurationDTOs", description.getClass());
            addComponent(description, (Collection<?>) configurations.invoke(runtime, description), missing);
        }
    }

    private static void addComponent(Object description, Collection<?> configurations, List<String> missing)
            throws ReflectiveOperationException {
        String name = "component " + field(description, "name");
        boolean ours = ((String) field(field(description, "bundle"), "symbolicName")).startsWith(OURS);
        boolean optional = ((Map<?, ?>) field(description, "properties")).containsKey(OPTIONAL);
        if (configurations.isEmpty() && ours && !optional) {
            missing.add(name + " has no configuration: " + pids(description));
        }
        for (Object configuration : configurations) {
            int state = (int) field(configuration, "state");
            if (state == SATISFIED || state == ACTIVE || state == UNSATISFIED_CONFIGURATION && !ours) {
                continue;
            }
            if (state == UNSATISFIED_CONFIGURATION) {
                missing.add(name + " waits for a configuration: " + pids(description));
            } else {
                missing.add(name + " is in state " + state + references(configuration) + failure(configuration));
            }
        }
    }

    private static String pids(Object description) throws ReflectiveOperationException {
        return String.join(", ", (String[]) field(description, "configurationPid"));
    }

    private static String references(Object configuration) throws ReflectiveOperationException {
        StringBuilder text = new StringBuilder();
        for (Object reference : (Object[]) field(configuration, "unsatisfiedReferences")) {
            Object target = field(reference, "target");
            text.append(", waits for reference ").append(field(reference, "name")).append(target == null ? "" : " " + target);
        }
        return text.toString();
    }

    private static String failure(Object configuration) throws ReflectiveOperationException {
        Object failure = field(configuration, "failure");
        return failure == null ? "" : ", failed: " + failure;
    }

    private static Object field(Object dto, String name) throws ReflectiveOperationException {
        return dto.getClass().getField(name).get(dto);
    }

    private static String state(int state) {
        return switch (state) {
            case Bundle.INSTALLED -> "INSTALLED (not resolved: an import or a requirement is missing)";
            case Bundle.RESOLVED -> "RESOLVED (not started)";
            case Bundle.STARTING -> "STARTING";
            case Bundle.STOPPING -> "STOPPING";
            default -> "in state " + state;
        };
    }
}
