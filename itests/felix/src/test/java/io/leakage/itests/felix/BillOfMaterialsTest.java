package io.leakage.itests.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.leakage.desk.FeatureList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is installed is told in CycloneDX, each part with the licence it comes under. */
class BillOfMaterialsTest {
    private static final Path BOM = Path.of(System.getProperty("leakage.root"), "features", "desk", "target", "bom.json");

    @Test
    void noComponentIsWithoutALicence() throws IOException {
        Map<String, Integer> components = components();

        assertTrue(components.size() > 30, components::toString);
        assertEquals(List.of(), components.entrySet().stream().filter(one -> one.getValue() == 0).map(Map.Entry::getKey).toList());
    }

    @Test
    void everyBundleOfTheListIsInIt() throws IOException {
        List<String> missing = new ArrayList<>(FeatureList.desk().bundles().stream()
                .map(bundle -> bundle.split(":")[0] + ":" + bundle.split(":")[1]).toList());
        missing.removeAll(components().keySet());

        assertEquals(List.of(), missing);
    }

    /** Licences of each component by {@code group:name}. */
    private static Map<String, Integer> components() throws IOException {
        Map<String, Integer> components = new TreeMap<>();
        try (JsonParser json = new JsonFactory().createParser(BOM.toFile())) {
            String group = "";
            String name = "";
            int licences = 0;
            int depth = 0;
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                String path = json.getParsingContext().pathAsPointer().toString();
                depth += token == JsonToken.START_OBJECT ? 1 : token == JsonToken.END_OBJECT ? -1 : 0;
                if (path.matches("/components/\\d+/group") && token == JsonToken.VALUE_STRING) {
                    group = json.getText();
                } else if (path.matches("/components/\\d+/name") && token == JsonToken.VALUE_STRING) {
                    name = json.getText();
                } else if (path.matches("/components/\\d+/licenses/\\d+/(license/(id|name)|expression)") && token == JsonToken.VALUE_STRING) {
                    licences++;
                } else if (path.matches("/components/\\d+") && token == JsonToken.END_OBJECT && depth == 1) {
                    components.put(group + ":" + name, licences);
                    group = "";
                    licences = 0;
                }
            }
        }
        return components;
    }
}
