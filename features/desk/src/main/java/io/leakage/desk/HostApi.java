package io.leakage.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Our API as a host supplies it from its own class path: then host and bundles mean the same classes, and the host calls
 * {@code Scorecard} or {@code BlotterColumns} as types instead of by reflection. bundle-core imports what it exports, so it takes the
 * host's.
 */
public final class HostApi {
    /** The framework property that takes the result of {@link #packages}. */
    public static final String PROPERTY = "org.osgi.framework.system.packages.extra";

    /** One clause of an Export-Package header: a name, then attributes and directives, quoted or not. */
    private static final Pattern CLAUSE = Pattern.compile("([\\w.]+)((?:;[^,;\"]*(?:\"[^\"]*\")?)*)(?:,|$)");
    private static final Pattern VERSION = Pattern.compile(";version=\"?([\\w.]+)\"?");

    private HostApi() {
    }

    /**
     * Names the packages of our API with the versions bundle-core exports them at.
     *
     * @param core the jar of bundle-core
     * @return a value for {@link #PROPERTY}
     * @throws IOException when the jar cannot be read
     */
    public static String packages(Path core) throws IOException {
        try (JarFile jar = new JarFile(core.toFile())) {
            String exports = jar.getManifest().getMainAttributes().getValue("Export-Package");
            if (exports == null) {
                throw new IOException(core + " exports nothing; is it the jar of bundle-core?");
            }
            List<String> packages = new ArrayList<>();
            Matcher clause = CLAUSE.matcher(exports);
            while (clause.find()) {
                Matcher version = VERSION.matcher(clause.group(2));
                if (clause.group(1).startsWith("io.leakage.api.") && version.find()) {
                    packages.add(clause.group(1) + ";version=\"" + version.group(1) + "\"");
                }
            }
            return String.join(",", packages);
        }
    }
}
