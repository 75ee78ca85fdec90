package io.leakage.itests.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.desk.FreePort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passwords go out on the wire and nowhere else, even where everything is logged and the other side repeats them. */
class PasswordTest {
    private static final String OF_FILE = "from-file-Tr0ub4dor";
    /** The build sets it. */
    private static final String VARIABLE = "LEAKAGE_TEST_PASSWORD";
    private static final String OF_ENVIRONMENT = System.getenv(VARIABLE);
    /** Where the administrator took the place of a password for the password. */
    private static final String MISPLACED = "misplaced-Correct1";
    /** What others say to us. */
    private static final String OF_OTHERS = "of-others-Z3bra";
    private static final String EVERYTHING = "<configuration><appender name='ALL' class='ch.qos.logback.core.ConsoleAppender'>"
            + "<target>System.err</target><encoder><pattern>%level %logger %msg%n%ex</pattern></encoder></appender>"
            + "<logger name='io.leakage' level='TRACE'/><logger name='quickfix' level='TRACE'/><logger name='quickfixj' level='TRACE'/>"
            + "<logger name='org.apache.mina' level='TRACE'/>"
            + "<root level='INFO'><appender-ref ref='ALL'/></root></configuration>";

    @TempDir
    private Path directory;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final PrintStream err = System.err;
    private final PrintStream out = System.out;

    @BeforeEach
    void logEverything() throws IOException {
        System.setProperty("logback.configurationFile",
                Files.writeString(directory.resolve("everything.xml"), EVERYTHING).toString());
        PrintStream kept = new PrintStream(log, true, StandardCharsets.UTF_8);
        System.setErr(kept);
        System.setOut(kept);
    }

    @AfterEach
    void logAsBefore() {
        System.setErr(err);
        System.setOut(out);
    }

    @Test
    void aPasswordIsOnTheWireAndNowhereElse() throws Exception {
        Path file = Files.writeString(directory.resolve("password"), OF_FILE + "\n");
        Queue<String> frameworkLog = new ConcurrentLinkedQueue<>();
        Map<String, String> places = new TreeMap<>();
        int port = FreePort.tcp();
        try (Desk desk = new Desk(true); Street filed = Street.waiting("FILED", Copies.US); Street set = Street.waiting("SET", Copies.US);
                Street taker = Street.calling("TAKER", Copies.US, port, "553=x|554=" + OF_OTHERS + "|");
                Street stranger = Street.calling("STRANGER", Copies.US, port, "553=x|554=" + OF_OTHERS + "|")) {
            desk.launcher().forwardLog(frameworkLog::add);
            Copies copies = new Copies(desk);
            Path store = Files.createDirectory(desk.local.configurations().resolve("store"));
            filed.demand(OF_FILE);
            set.demand("another");
            Map<String, Object> as = Map.of("acceptor", "false", "username", "desk", "store", store);
            copies.configure("filed", filed.port(), with(as, "file:" + file));
            copies.configure("set", set.port(), with(as, "env:" + VARIABLE));
            copies.configure("wrong", 1, with(as, MISPLACED));
            copies.configure("taker", port, Map.of());

            filed.awaitLogon();
            Order order = new Order("F", filed);
            order.fill(5);
            copies.awaitExecuted("F", 5);
            Await.until(() -> set.heard("A").size() >= 2, () -> "refused once and again: " + set.heardSince(0));
            Await.until(() -> frameworkLog.stream().anyMatch(line -> line.contains("password.from: file:PATH or env:NAME")),
                    () -> "no refusal in " + frameworkLog);
            set.demand(OF_ENVIRONMENT);
            set.awaitLogon();
            taker.awaitLogon();
            Await.until(() -> stranger.calls() > 1, () -> "the stranger is turned away");
            assertEquals(0, stranger.logons());
            copies.remove("taker");   // and turned away while it ends
            Await.until(() -> copies.state("taker") == null, () -> "still there");

            assertTrue(filed.heard("A").get(0).contains("|553=desk|554=" + OF_FILE + "|"), "the wire had it: " + filed.heard("A"));
            assertTrue(set.heard("A").get(0).contains("|554=" + OF_ENVIRONMENT + "|"), "the wire had it: " + set.heard("A"));
            ask(desk, copies, places);
            read(desk.local.configurations().getParent(), places);
        }
        places.put("framework log", String.join("\n", frameworkLog));
        places.put("log", log.toString(StandardCharsets.UTF_8));

        assertTrue(places.get("log").contains("a logon to session FIX.4.4:SCORECARD->STRANGER was turned away"), "the log was kept");
        assertTrue(places.values().stream().anyMatch(text -> text.contains("11=F\u0001")), "a journal was read");
        assertEquals(List.of(), places.entrySet().stream().filter(one -> holdsOne(one.getValue(), one.getKey()))
                .map(one -> one.getKey() + ": " + around(one.getValue())).toList());
    }

    private static void ask(Desk desk, Copies copies, Map<String, String> places) throws Exception {
        for (String line : List.of("leakage:dropcopy", "leakage:quarantine", "leakage:unassigned", "hc:exec leakage", "scr:list",
                "scr:info io.leakage.dropcopy.fix.DropCopyComponent")) {
            places.put("console " + line, copies.console(line));
        }
        for (String path : List.of("/metrics", "v1/dropcopy", "v1/health", "v1/orders")) {
            Desk.Answer answer = desk.get(path);
            assertEquals(200, answer.status(), path);
            places.put(path, answer.body());
        }
        assertTrue(places.get("console hc:exec leakage").contains("filed is "), places::toString);
        assertTrue(places.get("v1/dropcopy").contains("\"filed\""), places.get("v1/dropcopy"));
    }

    /** Every file of the run: journals, sequence numbers, configurations, the framework's cache of them. */
    private static void read(Path root, Map<String, String> places) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).filter(one -> !one.toString().endsWith(".jar")).toList()) {
                places.put(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
    }

    private static Map<String, Object> with(Map<String, Object> values, String place) {
        Map<String, Object> all = new TreeMap<>(values);
        all.put("password.from", place);
        return all;
    }

    /** A password written into a configuration itself is there, and wherever the framework lists configurations; our log has it not. */
    private static boolean holdsOne(String text, String place) {
        return text.contains(OF_FILE) || text.contains(OF_ENVIRONMENT) || text.contains(OF_OTHERS) || place.equals("log") && text.contains(MISPLACED);
    }

    private static List<String> around(String text) {
        return text.lines().filter(line -> Stream.of(OF_FILE, OF_ENVIRONMENT, OF_OTHERS, MISPLACED).anyMatch(line::contains)).toList();
    }
}
