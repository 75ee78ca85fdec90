package io.leakage.desk;

import io.leakage.simulator.CaseDay;
import io.leakage.simulator.CaseFiles;
import io.leakage.simulator.TimeServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.FrameworkFactory;

/**
 * A {@link LocalDesk} that may switch: its desk says ADVISE or AUTO and has people, rules that ask for a switch, an order session to the
 * simulated broker with the broker's FIXatdl file, and a time service, so that the clock is LOCKED. Each person has a token, and decides
 * over HTTP as a person would. One thread; any may close.
 */
final class CaseDesk implements AutoCloseable {
    /** CompID of the broker's end of the order session. */
    static final String BROKER = "BROKER";
    /** The desk's id. */
    static final String DESK = "equities-us";
    /** Who approves. */
    static final String TRADER = "trader";

    /** Of event time: a minute for a person who watches at five times the day's speed. */
    private static final String APPROVAL_SECONDS = "300";
    private static final List<String> RISK = List.of("rita", "paul");

    private final Path folder = Files.createTempDirectory("leakage-case");
    private final TimeServer time = new TimeServer(folder.resolve("ptp"));
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final int orderPort = FreePort.tcp();
    private final LocalDesk local;
    private boolean closed;

    CaseDesk(FrameworkFactory factory, Path target, CaseOptions options) throws IOException, BundleException {
        try {
            local = new LocalDesk(new LocalDesk.Setup(factory, target.resolve("bundles"), target.resolve("runs"), true,
                    options.port() == 0 ? FreePort.tcp() : options.port(), CaseDay.date(), configurations(options)));
        } catch (IOException | BundleException | RuntimeException e) {
            tidy();
            throw e;
        }
    }

    private Map<String, Map<String, ?>> configurations(CaseOptions options) throws IOException {
        Map<String, Map<String, ?>> all = new LinkedHashMap<>();
        all.put("leakage.clock", Map.of("ptp.socket", folder.resolve("ptp"), "free.running", "true"));
        all.put("leakage.order.hook-broker", Map.of("name", "broker", "port", orderPort, "store", "", "sender.comp.id", LocalDesk.TARGET,
                "target.comp.id", BROKER, "reconnect.seconds", "1",
                "brokers", List.of(CaseDay.BROKER + "=" + CaseFiles.writeStrategies(folder.resolve("simb.atdl.xml")))));
        String mode = options.auto() ? "AUTO" : "ADVISE";
        all.put("leakage.desk-us", Map.of("id", DESK, "accounts", List.of("EQUITY-1"), "mode", mode, "rules", rules(mode),
                "approval.seconds", APPROVAL_SECONDS,
                "enabled", List.of("columns", "board", "rules", "switching"),
                "users", List.of(TRADER + "=trader", RISK.get(0) + "=risk", RISK.get(1) + "=risk")));
        if (options.headless()) {
            for (String person : List.of(TRADER, RISK.get(0), RISK.get(1))) {
                all.put("leakage.token-" + person,
                        Map.of("user", person, "role", "trader", "desks", List.of(DESK), "sha256", token(person)));
            }
        }
        return all;
    }

    private Path rules(String mode) throws IOException {
        try (InputStream in = CaseDesk.class.getResourceAsStream("case-study.rules.json")) {
            String rules = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("@MODE@", mode);
            return Files.writeString(folder.resolve("case-study.rules.json"), rules);
        }
    }

    /** {@return the SHA-256 of a new token, of which only its holder keeps the rest} */
    private String token(String person) {
        byte[] bits = new byte[32];
        new SecureRandom().nextBytes(bits);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        tokens.put(person, token);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);   // every JDK has it
        }
    }

    LocalDesk local() {
        return local;
    }

    /** {@return where the broker has to listen} */
    int orderPort() {
        return orderPort;
    }

    /** {@return what lets the trader in} */
    String token() {
        return tokens.get(TRADER);
    }

    /** The trader approves a switch; {@return what was asked and answered} */
    String approve(long number) {
        return post(TRADER, "v1/switches/" + number + "/approve");
    }

    /** Two persons let the desk act by itself; {@return what was asked and answered} */
    List<String> autoOn() {
        return List.of(post(RISK.get(0), "v1/auto-on?desk=" + DESK), post(RISK.get(1), "v1/auto-on?desk=" + DESK));
    }

    /** @throws UncheckedIOException when it is not answered, or refused */
    private String post(String person, String path) {
        try {
            return answered(person, path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String answered(String person, String path) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) URI.create(local.url() + path).toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Authorization", "Bearer " + tokens.get(person));
        connection.setRequestProperty("Connection", "close");
        int status = connection.getResponseCode();
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            String body = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (status >= 400) {
                throw new IOException("POST " + path + " by " + person + ": " + status + " " + body);
            }
        }
        return "POST /leakage/" + path + " with " + person + "'s token: " + status;
    }

    /** Stops the framework and deletes what was written; a second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            local.close();
        } finally {
            tidy();
        }
    }

    private void tidy() {
        try {
            time.close();
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be deleted", e);
        }
    }
}
