package io.leakage.itests.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.desk.FreePort;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The HTTP service as the operator's guide configures it: TLS 1.3, and a client's certificate instead of a token. */
@Timeout(180)
class TlsTest {
    private static final String PASSWORD = "open-sesame-4711";

    @TempDir
    private Path folder;
    private URI base;

    @Test
    void aClientsCertificateSaysWhoAsksAndNothingOlderThanTls13IsSpoken() throws Exception {
        for (String name : List.of("server", "jane", "joe", "eve")) {
            keytool("-genkeypair", "-alias", name, "-keyalg", "EC", "-keystore", store(name), "-dname",
                    "CN=" + (name.equals("server") ? "localhost" : name) + ",O=Example", "-ext", "san=dns:localhost,ip:127.0.0.1");
            keytool("-exportcert", "-alias", name, "-keystore", store(name), "-file", store(name) + ".cer");
        }
        for (String name : List.of("jane", "joe")) {   // whom the service believes: not eve
            keytool("-importcert", "-noprompt", "-alias", name, "-keystore", store("trust"), "-file", store(name) + ".cer");
        }
        keytool("-importcert", "-noprompt", "-alias", "server", "-keystore", store("service"), "-file", store("server") + ".cer");
        int port = FreePort.tcp();
        base = URI.create("https://127.0.0.1:" + port);
        try (Desk desk = new Desk(false, Map.of(
                "org.apache.felix.http", Map.ofEntries(Map.entry("org.apache.felix.http.host", "127.0.0.1"),
                        Map.entry("org.apache.felix.http.enable", "false"), Map.entry("org.apache.felix.https.enable", "true"),
                        Map.entry("org.osgi.service.http.port.secure", String.valueOf(port)),
                        Map.entry("org.apache.felix.https.keystore", store("server")),
                        Map.entry("org.apache.felix.https.keystore.password", PASSWORD),
                        Map.entry("org.apache.felix.https.keystore.key.password", PASSWORD),
                        Map.entry("org.apache.felix.https.truststore", store("trust")),
                        Map.entry("org.apache.felix.https.truststore.password", PASSWORD),
                        Map.entry("org.apache.felix.https.clientcertificate", "wants"),
                        Map.entry("org.apache.felix.https.jetty.protocols.included", List.of("TLSv1.3"))),
                "leakage.token-jane", Map.of("user", "jane", "role", "trader", "desks", List.of("equities-us"),
                        "certificate", "CN=jane,O=Example"),
                "leakage.token-wall", Map.of("user", "wall", "role", "viewer", "desks", List.of("*"), "sha256", "00".repeat(32))))) {
            Await.until(() -> status("jane") == 200, () -> "jane is answered " + status("jane"));

            assertEquals(401, status("joe"), "believed, and nobody here");
            assertEquals(401, status(null), "without a certificate a token is needed");
            assertEquals(401, status("eve"), "not believed: the service names those it believes, and the client shows it no other");
            assertTrue(ask("jane", "GET", "/leakage/v1/switches", null).body().contains("\"user\":\"jane\""));
            assertEquals(200, ask("jane", "POST", "/leakage/v1/kill?desk=equities-us", null).statusCode());
            assertEquals(403, ask("jane", "POST", "/leakage/v1/kill?desk=equities-us", "https://evil.example").statusCode(),
                    "another site's page, in the browser that shows the certificate by itself");
            assertEquals(404, ask("jane", "POST", "/leakage/v1/kill?desk=program", null).statusCode());
            speaks("TLSv1.3", port);
            assertThrows(SSLHandshakeException.class, () -> speaks("TLSv1.2", port));

            Files.delete(desk.local.configurations().resolve("leakage.token-jane.config"));
            Await.until(() -> status("jane") == 401, () -> "jane's certificate still counts");
        }
    }

    private int status(String name) {
        try {
            return ask(name, "GET", "/leakage/v1/orders", null).statusCode();
        } catch (Exception e) {
            return -1;
        }
    }

    private HttpResponse<String> ask(String name, String verb, String path, String origin) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).method(verb, BodyPublishers.noBody());
        if (origin != null) {
            request.header("Origin", origin);
        }
        return HttpClient.newBuilder().sslContext(context(name)).version(HttpClient.Version.HTTP_1_1).build()
                .send(request.build(), BodyHandlers.ofString());
    }

    private void speaks(String protocol, int port) throws Exception {
        try (SSLSocket socket = (SSLSocket) context("jane").getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.setEnabledProtocols(new String[] {protocol});
            socket.startHandshake();
            assertEquals(protocol, socket.getSession().getProtocol());
        }
    }

    private SSLContext context(String name) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        keys.init(name == null ? null : load(name), PASSWORD.toCharArray());
        trust.init(load("service"));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private KeyStore load(String name) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(Path.of(store(name)))) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private String store(String name) {
        return folder.resolve(name + ".p12").toString();
    }

    private void keytool(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("-storepass", PASSWORD, "-storetype", "PKCS12"));
        Path log = folder.resolve("keytool.log");
        if (new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor() != 0) {
            throw new IllegalStateException(Files.readString(log));
        }
    }
}
