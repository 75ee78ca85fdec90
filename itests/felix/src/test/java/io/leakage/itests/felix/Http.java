package io.leakage.itests.felix;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Requests with an Authorization header to a desk's port. */
final class Http {
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;

    /** @param base the server's address */
    Http(URI base) {
        this.base = base;
    }

    /** {@return what is answered; {@code authorization} null sends none, {@code body} null none either} */
    HttpResponse<String> send(String verb, String path, String authorization, String type, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .method(verb, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        if (type != null) {
            request.header("Content-Type", type);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
