package io.leakage.flink;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks Flink's REST API. One thread. */
final class ClusterMetrics {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final JsonFactory json = new JsonFactory();
    private final URI address;

    /** @param address where the REST API is */
    ClusterMetrics(URI address) {
        this.address = address;
    }

    /**
     * {@return the values of an answer by their paths: objects' members behind dots, lists' items by their number}
     *
     * @throws IOException when nobody answers, or what answers is no Flink cluster
     */
    Map<String, String> ask(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE).build();
        HttpResponse<String> answer;
        try {
            answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (ConnectException e) {
            throw new ConnectException("no cluster answers at " + address);
        }
        if (answer.statusCode() != 200) {
            throw new IOException(address.resolve(path) + " answered " + answer.statusCode() + ": " + answer.body());
        }
        Map<String, String> values = new LinkedHashMap<>();
        try (JsonParser parser = json.createParser(answer.body())) {
            parser.nextToken();
            read(parser, "", values);
        }
        return values;
    }

    private static void read(JsonParser parser, String path, Map<String, String> into) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                read(parser, path.isEmpty() ? name : path + '.' + name, into);
            }
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                read(parser, path.isEmpty() ? String.valueOf(i) : path + '.' + i, into);
            }
        } else {
            into.put(path, parser.getText());
        }
    }

    /** {@return the ids of the jobs that run} */
    List<String> running() throws IOException, InterruptedException {
        Map<String, String> jobs = ask("/jobs");
        List<String> running = new ArrayList<>();
        for (int i = 0; jobs.containsKey("jobs." + i + ".id"); i++) {
            if (jobs.get("jobs." + i + ".status").equals("RUNNING")) {
                running.add(jobs.get("jobs." + i + ".id"));
            }
        }
        return running;
    }

    /** {@return the job's steps: name to id, in their order} */
    Map<String, String> vertices(String job) throws IOException, InterruptedException {
        Map<String, String> told = ask("/jobs/" + job);
        Map<String, String> vertices = new LinkedHashMap<>();
        for (int i = 0; told.containsKey("vertices." + i + ".id"); i++) {
            vertices.put(told.get("vertices." + i + ".name"), told.get("vertices." + i + ".id"));
        }
        return vertices;
    }

    /** {@return a metric of a step over all its slots, NaN while it is not known} */
    double metric(String job, String vertex, String name, String how) throws IOException, InterruptedException {
        Map<String, String> told = ask("/jobs/" + job + "/vertices/" + vertex + "/subtasks/metrics?get=" + name + "&agg=" + how);
        String value = told.get("0." + how);
        return value == null ? Double.NaN : Double.parseDouble(value);
    }
}
