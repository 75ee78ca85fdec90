package io.leakage.itests.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.desk.DeskState;
import io.leakage.api.desk.Desks;
import io.leakage.api.event.DeskFeature;
import io.leakage.api.event.DeskMode;
import io.leakage.api.event.Inlets;
import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.OrderKey;
import io.leakage.api.event.Side;
import io.leakage.api.event.WhenFull;
import io.leakage.api.host.BlotterColumns;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.desk.FeatureList;
import io.leakage.desk.FreePort;
import io.leakage.desk.WebConsole;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.InvalidSyntaxException;

/** Desks made, changed and removed while everything runs, by all four ways; what concerns one leaves the others as they were. */
class DesksTest {
    private static final Path TARGET = Path.of(System.getProperty("leakage.root"), "features", "desk", "target");
    private static final String PASSWORD = "a password for tests";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String NEW = "[Temporary PID replaced by real PID upon save]";

    @TempDir
    private static Path folder;
    private static Desk desk;
    private static Copies copies;
    private static Street street;
    private static Desks desks;
    private static Http http;

    @BeforeAll
    static void boot() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        WebConsole.properties(password).forEach(System::setProperty);   // a framework falls back on these
        int port = FreePort.tcp();
        desk = new Desk(true);
        desk.launcher().add(FeatureList.console(), TARGET.resolve("console"));
        copies = new Copies(desk);
        street = Street.calling("STREET", Copies.US, port);
        copies.configure("street", port, Map.of());
        street.awaitLogon();
        desks = desk.launcher().service(Desks.class);
        http = new Http(URI.create(desk.local.url()).resolve("/"));
    }

    @AfterAll
    static void stop() throws Exception {
        if (street != null) {
            street.close();
        }
        if (desk != null) {
            desk.close();
        }
    }

    @Test
    void byAFile() throws Exception {
        Path file = desk.local.configurations().resolve("leakage.desk~filed.cfg.json");
        write(file, "{\"id\": \"filed\", \"accounts\": [\"F-1\", \"F-2\"], \"mode\": \"ADVISE\", \"cooldown.seconds\": 60}");
        awaitDesk("filed", state -> state.claims().get(OrderKey.ACCOUNT).equals(List.of("F-1", "F-2"))
                && state.terms().mode() == DeskMode.ADVISE && state.terms().cooldownNanos() == 60_000_000_000L);

        write(file, "{\"id\": \"filed\", \"accounts\": [\"F-3\"], \"cooldown.seconds\": 90000, \"mode\": \"OBSERVE\"}");
        awaitDesk("filed", state -> ("leakage.desk: cooldown.seconds: expected a whole number from 0 to 86400, got \"90000\"")
                .equals(state.refused()));
        assertEquals(DeskMode.ADVISE, desks.find("filed").terms().mode(), "the last good one stays");
        assertTrue(copies.console("leakage:desks").contains("REFUSED leakage.desk: cooldown.seconds"), copies.console("leakage:desks"));

        write(file, "{\"id\": \"filed\", \"accounts\": [\"F-3\"]}");
        awaitDesk("filed", state -> state.refused() == null && state.claims().get(OrderKey.ACCOUNT).equals(List.of("F-3")));

        Files.delete(file);
        awaitNoDesk("filed");
    }

    @Test
    void byTheConsole() throws Exception {
        String made = copies.console("leakage:deskEnable typed columns rules");
        assertEquals("{\"enabled\":[\"columns\",\"rules\"],\"id\":\"typed\"}", made);
        awaitDesk("typed", state -> state.terms().features().equals(Set.of(DeskFeature.COLUMNS, DeskFeature.RULES)));

        copies.console("leakage:deskSet typed accounts T-1 T-2");
        awaitDesk("typed", state -> state.claims().get(OrderKey.ACCOUNT).equals(List.of("T-1", "T-2")));
        copies.console("leakage:deskDisable typed rules");
        awaitDesk("typed", state -> state.terms().features().equals(Set.of(DeskFeature.COLUMNS)));

        String refused = copies.console("leakage:deskSet typed max.messages.per.second 0");
        assertEquals("leakage.desk: max.messages.per.second: expected a whole number from 1 to 1000, got \"0\"; nothing has changed",
                refused);
        assertTrue(copies.console("leakage:deskDisable typed colums").contains("got \"colums\""));
        assertTrue(copies.console("leakage:deskHelp").contains("leakage:deskEnable DESK FEATURE..."));

        assertEquals("typed is removed; its new orders are unassigned", copies.console("leakage:deskRemove typed"));
        awaitNoDesk("typed");
        assertTrue(copies.console("leakage:deskRemove typed").startsWith("no desk has the id typed"));
    }

    @Test
    void byHttpWithATokenOnly() throws Exception {
        assertEquals(401, http.send("PUT", "leakage/v1/desks/remote", null, null, "{}").statusCode());
        String token = copies.console("leakage:tokenAdd ann admin remote").lines().findFirst().orElseThrow();
        try {
            String bearer = "Bearer " + token;
            Await.until(() -> status("GET", "leakage/v1/desks", bearer) == 200, () -> "the token does not count");
            HttpResponse<String> made = http.send("PUT", "leakage/v1/desks/remote", bearer, "application/json",
                    "{\"accounts\":[\"H-1\"],\"enabled\":[\"board\"]}");
            assertEquals(201, made.statusCode(), made.body());
            awaitDesk("remote", state -> state.terms().features().equals(Set.of(DeskFeature.BOARD)));

            HttpResponse<String> refused = http.send("PUT", "leakage/v1/desks/remote", bearer, "application/json",
                    "{\"mode\":\"SOMETIMES\"}");
            assertEquals(400, refused.statusCode());
            assertTrue(refused.body().contains("\"field\":\"mode\",\"value\":\"SOMETIMES\",\"allowed\":\"one of OFF, OBSERVE"),
                    refused.body());
            assertTrue(http.send("GET", "leakage/v1/desks/remote", bearer, null, null).body().contains("\"account\":[\"H-1\"]"));
            assertEquals(404, http.send("GET", "leakage/v1/desks/program", bearer, null, null).statusCode());
            assertEquals(401, http.send("GET", "leakage/v1/orders", null, null, null).statusCode());

            assertEquals(204, http.send("DELETE", "leakage/v1/desks/remote", bearer, null, null).statusCode());
            awaitNoDesk("remote");
        } finally {
            assertEquals("1 revoked", copies.console("leakage:tokenRevoke ann"));
        }
        Await.until(() -> status("GET", "leakage/v1/desks", "Bearer " + token) == 401, () -> "the token still counts");
        Await.until(() -> status("GET", "leakage/v1/orders", null) == 200, () -> "looking from this machine needs a token");
    }

    @Test
    void byTheWebConsolesForm() throws Exception {
        assertEquals(401, http.send("GET", "system/console/configMgr", null, null, null).statusCode());
        String basic = "Basic " + Base64.getEncoder().encodeToString((WebConsole.USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        Await.until(() -> status("GET", "system/console/configMgr", basic) == 200, () -> "the Web Console is not there");
        String form = http.send("POST", "system/console/configMgr/leakage.desk?post=true&create=true", basic, FORM, "").body();
        assertTrue(form.contains("One trading desk: which orders are its own") && form.contains("\"max.switches.per.parent\""), form);

        HttpResponse<String> saved = save(NEW, basic, Map.of("id", "formed", "accounts", "W-1", "mode", "ADVISE"));
        assertTrue(saved.statusCode() < 400, saved.statusCode() + saved.body());
        awaitDesk("formed", state -> state.terms().mode() == DeskMode.ADVISE
                && state.claims().get(OrderKey.ACCOUNT).equals(List.of("W-1")));
        String pid = desks.find("formed").pid();

        save(pid, basic, Map.of("id", "formed", "accounts", "W-1", "mode", "OBSERVE", "approval.seconds", "0"));
        awaitDesk("formed", state -> state.refused() != null
                && state.refused().contains("approval.seconds: expected a whole number from 1"));
        assertEquals(DeskMode.ADVISE, desks.find("formed").terms().mode());

        http.send("POST", "system/console/configMgr/" + encoded(pid), basic, FORM, "apply=1&delete=1");
        awaitNoDesk("formed");
    }

    @Test
    void columnsComeAndGoWithADeskAndTheOthersStay() throws Exception {
        Await.until(() -> columns("program") == 1 && columns("equities-us") == 1, () -> "no columns of the two desks");

        copies.console("leakage:deskDisable program columns");
        Await.until(() -> columns("program") == 0, () -> "the columns are still there");
        assertEquals(1, columns("equities-us"));
        copies.console("leakage:deskEnable program columns");
        Await.until(() -> columns("program") == 1, () -> "the columns do not come back");
    }

    @Test
    void aDeskChangedUnderLoadLeavesTheOtherUntouched(@TempDir Path rules) throws Exception {
        Path first = Files.writeString(rules.resolve("rules-1.json"), rules(1));
        assertTrue(copies.console("leakage:rules all " + first).contains("is in force for all"));
        MarketInlet market = desk.launcher().service(Inlets.class).market("tape", WhenFull.WAIT);
        int instrument = market.instrument("INST");
        long start = Instant.parse("2026-01-30T14:30:00Z").toEpochMilli() * 1_000_000L;
        market.added(instrument, 1, start - 1_000_000_000L, 1, Side.BUY, 500, 10_000_000_000L);
        market.added(instrument, 2, start - 1_000_000_000L, 2, Side.SELL, 500, 10_010_000_000L);
        market.passed(instrument, 3, start + 2_000_000_000L);
        parent("LOAD-US", "EQUITY-1");
        parent("LOAD-PR", "EQUITY-2");
        int fills = 3_000;
        Thread trading = new Thread(() -> {
            for (int i = 1; i <= fills; i++) {
                fill("LOAD-US", "EQUITY-1", i);
                fill("LOAD-PR", "EQUITY-2", i);
                market.passed(instrument, 3 + i, start + 2_000_000_000L + i * 1_000_000L);
            }
        }, "trading");
        trading.start();
        int changes = 0;
        for (; trading.isAlive() || changes < 40; changes++) {
            Path file = Files.writeString(rules.resolve("rules-" + (2 + changes) + ".json"), rules(2 + changes));
            copies.console("leakage:deskSet program rules " + file);
            copies.console("leakage:deskSet program cooldown.seconds " + (100 + changes));
            copies.console(changes % 2 == 0 ? "leakage:deskDisable program rules board" : "leakage:deskEnable program rules board");
        }
        trading.join();
        copies.awaitExecuted("LOAD-US", fills);
        copies.awaitExecuted("LOAD-PR", fills);
        Scorecard scorecard = desk.launcher().service(Scorecard.class);

        assertEquals(fills, copies.executed("LOAD-US"), "no execution of the other desk is missed");
        assertEquals(fills, copies.executed("LOAD-PR"), "nor of the desk that is changed");
        assertEquals(0, scorecard.progress().dropped());
        assertEquals(0, scorecard.progress().quarantined());
        int us = scorecard.find("LOAD-US");
        assertEquals(List.of(1),
                scorecard.verdicts().stream().filter(verdict -> verdict.parent() == us).map(verdict -> verdict.version()).toList(),
                "its rule fired once: its watch never began anew");
        int changed = scorecard.find("LOAD-PR");
        assertTrue(scorecard.verdicts().stream().filter(verdict -> verdict.parent() == changed).count() > 1,
                "those of the changed desk did");
        assertEquals("equities-us", deskOf(scorecard, us));
        assertEquals("program", deskOf(scorecard, changed));
    }

    private static String rules(int version) {
        return ("{'version': " + version + ", 'id': 'load', 'rules': [{'id': 'filled', 'grade': 'RED', "
                + "'when': {'measure': 'fills', 'atLeast': 1}}]}").replace('\'', '"');
    }

    private static String deskOf(Scorecard scorecard, int parent) {
        ParentRow row = new ParentRow();
        scorecard.read(parent, row);
        return scorecard.text(NameKind.DESK, row.desk());
    }

    private static void parent(String id, String account) {
        street.send("D", "11=" + id + "|1=" + account + "|55=INST|54=1|38=1000000|40=1|60=20260130-14:30:00.000|");
    }

    private static void fill(String id, String account, int number) {
        street.send("8", "37=O" + id + "|11=" + id + "|1=" + account + "|17=" + id + "-" + number
                + "|150=F|39=1|55=INST|54=1|38=1000000|32=1|"
                + "31=100.5|14=" + number + "|151=" + (1_000_000 - number) + "|60=20260130-14:30:01.000|");
    }

    private static HttpResponse<String> save(String pid, String basic, Map<String, String> fields) throws Exception {
        StringBuilder form = new StringBuilder("apply=true&factoryPid=leakage.desk&action=ajaxConfigManager&propertylist=")
                .append(encoded(String.join(",", fields.keySet())));
        fields.forEach((name, value) -> form.append('&').append(name).append('=').append(encoded(value)));
        return http.send("POST", "system/console/configMgr/" + encoded(pid), basic, FORM, form.toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static int status(String verb, String path, String authorization) {
        try {
            return http.send(verb, path, authorization, null, null).statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static int columns(String id) {
        try {
            return desk.launcher().context().getServiceReferences(BlotterColumns.class, "(leakage.desk=" + id + ")").size();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path file, String text) throws Exception {
        Path half = Files.writeString(file.resolveSibling(file.getFileName() + ".half"), text);
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void awaitDesk(String id, Predicate<DeskState> holds) {
        Await.until(() -> desks.find(id) != null && holds.test(desks.find(id)), () -> id + " is " + desks.all());
    }

    private static void awaitNoDesk(String id) {
        Await.until(() -> desks.find(id) == null, () -> id + " is still there: " + desks.all());
        assertFalse(desks.all().stream().anyMatch(state -> state.id().equals(id)));
    }
}
