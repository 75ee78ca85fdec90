package io.leakage.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a benchmark found: lines of figures, each with its goal and whether it was met. */
public final class Report {
    private static final ObjectMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final String name;
    private final List<Figure> figures = new ArrayList<>();

    /** Starts the report of the benchmark with this name. */
    public Report(String name) {
        this.name = name;
    }

    /** Adds a line. {@return this} */
    public Report figure(String what, String unit, double value, Goal goal) {
        figures.add(new Figure(what, unit, value, goal));
        return this;
    }

    /** Adds a line without a goal. {@return this} */
    public Report figure(String what, String unit, double value) {
        return figure(what, unit, value, null);
    }

    /** Adds the lines of another report. {@return this} */
    public Report add(Report other) {
        figures.addAll(other.figures);
        return this;
    }

    /** Adds how many programs wanted the machine's cores on average over the last minute, and how many cores it has. {@return this} */
    public Report machine() {
        OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
        return figure("the machine, when it ended", "running", machine.getSystemLoadAverage())
                .figure("the machine", "cores", machine.getAvailableProcessors());
    }

    /**
     * Gives a line's value.
     *
     * @throws java.util.NoSuchElementException when there is no such line
     */
    public double value(String what, String unit) {
        return figures.stream().filter(figure -> figure.what().equals(what) && figure.unit().equals(unit)).findFirst().orElseThrow().value();
    }

    /** {@return the lines so far} */
    public List<Figure> figures() {
        return List.copyOf(figures);
    }

    /** {@return the report as a table for people} */
    public String table() {
        StringBuilder table = new StringBuilder(name).append('\n');
        for (Figure figure : figures) {
            table.append(String.format(Locale.ROOT, "  %-44s %14.4g %-18s %-10s %s%n", figure.what(), figure.value(), figure.unit(),
                    figure.goal() == null ? "" : figure.goal(), figure.verdict()).stripTrailing()).append('\n');
        }
        return table.toString();
    }

    /**
     * Writes the report as JSON to {@code directory/NAME.json}.
     *
     * @throws IOException when it cannot be written
     */
    public void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("benchmark", name);
        json.put("jdk", System.getProperty("java.vm.version"));
        json.put("figures", figures.stream().map(Report::asJson).toList());
        JSON.writeValue(directory.resolve(name + ".json").toFile(), json);
    }

    private static Map<String, Object> asJson(Figure figure) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("what", figure.what());
        json.put("unit", figure.unit());
        json.put("value", figure.value());
        if (figure.goal() != null) {
            json.put("goal", figure.goal().toString());
            json.put("met", figure.goal().isMet(figure.value()));
        }
        return json;
    }
}
