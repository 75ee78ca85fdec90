package io.leakage.archive;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.leakage.api.history.HistoryTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A manifest as JSON: an object that any tool can read. */
public final class ManifestJson {
    /** What it says it is. */
    static final String FORMAT = "io.leakage.archive";
    /** Rises when a reader of the old one would misread the new one. */
    static final int VERSION = 1;

    private static final JsonFactory JSON = new JsonFactory();

    private ManifestJson() {
    }

    /** {@return the bytes to publish} */
    public static byte[] write(Manifest manifest) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeNumberField("version", VERSION);
            json.writeNumberField("schema_version", HistoryTable.SCHEMA_VERSION);
            json.writeNumberField("revision", manifest.revision());
            json.writeStringField("zone", manifest.zone());
            json.writeObjectFieldStart("journals");
            for (Map.Entry<String, Long> journal : manifest.journals().entrySet()) {
                json.writeNumberField(journal.getKey(), journal.getValue());
            }
            json.writeEndObject();
            json.writeArrayFieldStart("files");
            for (ArchiveFile file : manifest.files()) {
                write(json, file);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("a manifest in memory", e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, ArchiveFile file) throws IOException {
        json.writeRaw("\n");
        json.writeStartObject();
        json.writeStringField("path", file.path());
        json.writeStringField("table", file.table());
        json.writeStringField("date", file.date().toString());
        json.writeNumberField("rows", file.rows());
        json.writeNumberField("bytes", file.bytes());
        json.writeStringField("crc32c", Long.toHexString(file.crc32c()));
        json.writeNumberField("schema_version", file.schemaVersion());
        json.writeEndObject();
    }

    /**
     * Reads one.
     *
     * @param name  how the message calls its archive
     * @param bytes what was published
     * @return the manifest
     * @throws IOException when it is damaged, of something else, or of a newer version; the message says which
     */
    public static Manifest read(String name, byte[] bytes) throws IOException {
        try (JsonParser json = JSON.createParser(bytes)) {
            return new Reading(name).all(json);
        } catch (IllegalArgumentException | DateTimeException | NullPointerException e) {
            throw new IOException("the manifest of archive " + name + " is damaged: " + e.getMessage(), e);
        } catch (JacksonException e) {
            throw new IOException("the manifest of archive " + name + " is damaged: " + e.getOriginalMessage() + " at line "
                    + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr(), e);
        }
    }

    /** One manifest while it is read. */
    private static final class Reading {
        private final String name;
        private final Map<String, Long> journals = new HashMap<>();
        private final List<ArchiveFile> files = new ArrayList<>();
        private String format;
        private int version;
        private long revision = -1;
        private String zone;

        Reading(String name) {
            this.name = name;
        }

        Manifest all(JsonParser json) throws IOException {
            expect(json.nextToken(), JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                field(json, json.currentName());
            }
            check(FORMAT.equals(format), "is not one of an archive: format " + format + ", expected " + FORMAT);
            check(revision >= 0 && zone != null, "is damaged: revision or zone is missing");
            return new Manifest(revision, zone, journals, files);
        }

        private void field(JsonParser json, String field) throws IOException {
            json.nextToken();
            switch (field) {
                case "format" -> format = json.getText();
                case "version" -> {
                    version = json.getIntValue();
                    check(version <= VERSION, "has version " + version + ", this program reads up to " + VERSION);
                }
                case "schema_version" -> checkSchema(json.getIntValue(), "");
                case "revision" -> revision = json.getLongValue();
                case "zone" -> zone = json.getText();
                case "journals" -> readJournals(json);
                case "files" -> readFiles(json);
                default -> json.skipChildren();
            }
        }

        private void readJournals(JsonParser json) throws IOException {
            expect(json.currentToken(), JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String journal = json.currentName();
                json.nextToken();
                journals.put(journal, json.getLongValue());
            }
        }

        private void readFiles(JsonParser json) throws IOException {
            expect(json.currentToken(), JsonToken.START_ARRAY);
            while (json.nextToken() == JsonToken.START_OBJECT) {
                files.add(file(json));
            }
        }

        private ArchiveFile file(JsonParser json) throws IOException {
            Map<String, String> values = new HashMap<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                values.put(field, json.getText());
            }
            String path = values.get("path");
            int schema = Integer.parseInt(values.get("schema_version"));
            checkSchema(schema, path + " of ");
            return new ArchiveFile(path, values.get("table"), LocalDate.parse(values.get("date")), Long.parseLong(values.get("rows")),
                    Long.parseLong(values.get("bytes")), Long.parseLong(values.get("crc32c"), 16), schema);
        }

        private void checkSchema(int schema, String whose) throws IOException {
            check(schema <= HistoryTable.SCHEMA_VERSION,
                    whose + "has schema version " + schema + ", this program reads up to " + HistoryTable.SCHEMA_VERSION);
        }

        private void expect(JsonToken token, JsonToken wanted) throws IOException {
            check(token == wanted, "is damaged: " + token + " where " + wanted + " was expected");
        }

        private void check(boolean fine, String message) throws IOException {
            if (!fine) {
                throw new IOException("the manifest of archive " + name + " " + message);
            }
        }
    }
}
