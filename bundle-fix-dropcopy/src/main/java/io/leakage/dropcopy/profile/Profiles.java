package io.leakage.dropcopy.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The profiles there are: one file each, beside this class. */
public final class Profiles {
    /** Their names. */
    public static final List<String> NAMES = List.of("generic-44", "generic-42", "generic-50sp2", "cme-encapsulated", "ice-like",
            "no-buffer", "resume-after-141", "compliance-feed");
    private static final Map<String, String> BY_VERSION = Map.of("4.2", "generic-42", "4.4", "generic-44", "5.0SP2", "generic-50sp2");

    private Profiles() {
    }

    /** {@return the profile as shipped} */
    public static Profile of(String name) {
        return of(name, List.of());
    }

    /**
     * A profile with what an administrator set in its stead.
     *
     * @param name      one of {@link #NAMES}
     * @param overrides lines of the file, {@code key=value}
     * @throws IllegalArgumentException with file, key, value and what is allowed
     */
    public static Profile of(String name, List<String> overrides) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("profile: " + String.join(", ", NAMES) + ", got \"" + name + "\"");
        }
        String file = name + ".properties";
        Properties properties = new Properties();
        try (InputStream in = Profiles.class.getResourceAsStream(file)) {
            properties.load(in);
            for (String line : overrides) {
                Properties one = new Properties();
                one.load(new StringReader(line.replace("\\", "\\\\")));
                properties.putAll(one);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("profile " + file, e);
        }
        return new ProfileFile(overrides.isEmpty() ? file : file + " with overrides", properties).profile(name);
    }

    /** {@return the name of the profile for a FIX version of which no more is known} */
    public static String byVersion(String version) {
        return BY_VERSION.getOrDefault(version, "generic-44");
    }
}
