package io.leakage.desk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a framework installs, as an OSGi feature (JSON) says it: the bundles in their order of start, and the properties the framework
 * is launched with. {@link #desk()} is the only such list in the product; nothing else names a bundle.
 *
 * @param id         the feature's Maven coordinates
 * @param bundles    Maven coordinates, {@code group:artifact:version} or {@code group:artifact:jar:classifier:version}
 * @param properties the framework's launching properties
 */
public record FeatureList(String id, List<String> bundles, Map<String, String> properties) {
    /** What is installed by who configures it: lists whose jars are in {@code target/optional}, each with what its files begin with. */
    public static final SortedMap<String, List<String>> OPTIONAL = Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(
            "archive-parquet", List.of("leakage.archive"),
            "history-kafka", List.of("leakage.kafka"),
            "history-ilp", List.of("leakage.kdb", "leakage.questdb"))));

    /** Keeps copies. */
    public FeatureList {
        bundles = List.copyOf(bundles);
        properties = Map.copyOf(properties);
    }

    /** {@return the list of this product} */
    public static FeatureList desk() {
        return resource("desk.feature.json");
    }

    /** {@return the list of the Felix Web Console, for who wants forms} */
    public static FeatureList console() {
        return resource("console.feature.json");
    }

    /**
     * One of {@link #OPTIONAL}.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public static FeatureList optional(String name) {
        if (!OPTIONAL.containsKey(name)) {
            throw new IllegalArgumentException("\"" + name + "\", expected of " + OPTIONAL.keySet());
        }
        return resource(name + ".feature.json");
    }

    /**
     * {@return which of {@link #OPTIONAL} a folder has configurations of}
     *
     * @throws IOException when the folder cannot be read
     */
    public static List<String> wanted(Path configurations) throws IOException {
        try (Stream<Path> files = Files.list(configurations)) {
            List<String> names = files.map(file -> file.getFileName().toString()).toList();
            return OPTIONAL.keySet().stream().filter(feature -> names.stream().anyMatch(name -> isOf(feature, name))).toList();
        }
    }

    private static boolean isOf(String feature, String file) {
        return OPTIONAL.get(feature).stream().anyMatch(pid -> file.matches(Pattern.quote(pid) + "[.~-].*"));
    }

    private static FeatureList resource(String name) {
        try (InputStream in = FeatureList.class.getResourceAsStream(name)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " beside this class cannot be read", e);
        }
    }

    /**
     * Reads a feature.
     *
     * @param in JSON as the OSGi Feature Service specification has it
     * @return what concerns a launcher; the rest is passed over
     * @throws IOException on anything that is not JSON, with line and column
     */
    public static FeatureList read(InputStream in) throws IOException {
        String id = "";
        List<String> bundles = new ArrayList<>();
        Map<String, String> properties = new LinkedHashMap<>();
        try (JsonParser json = new JsonFactory().createParser(in)) {
            while (json.nextToken() != null) {
                if (json.currentToken() != JsonToken.FIELD_NAME) {
                    continue;
                }
                switch (path(json)) {
                    case "/id" -> id = json.nextTextValue();
                    case "/bundles/id" -> bundles.add(json.nextTextValue());
                    case "/extensions/framework-launching-properties/json" -> readProperties(json, properties);
                    default -> { }
                }
            }
        }
        return new FeatureList(id, bundles, properties);
    }

    /**
     * Where a bundle's jar lies in a folder that the build laid out.
     *
     * @param folder     all jars side by side
     * @param coordinate one of {@link #bundles()}
     * @return its path
     */
    public static Path jar(Path folder, String coordinate) {
        String[] parts = coordinate.split(":");
        String version = parts[parts.length - 1];
        String classifier = parts.length == 5 ? "-" + parts[3] : "";
        return folder.resolve(parts[1] + "-" + version + classifier + ".jar");
    }

    private static void readProperties(JsonParser json, Map<String, String> properties) throws IOException {
        json.nextToken();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            properties.put(name, json.nextTextValue());
        }
    }

    /** The names from the root down, without array places. */
    private static String path(JsonParser json) {
        return json.getParsingContext().pathAsPointer().toString().replaceAll("/\\d+(?=/)", "");
    }
}
