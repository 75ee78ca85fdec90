package io.leakage.ui.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;
import io.leakage.api.score.Ask;
import io.leakage.api.score.Horizon;
import io.leakage.api.score.NameKind;
import io.leakage.ui.RecordedDecisions;
import io.leakage.ui.RecordedPastDays;
import io.leakage.ui.RecordedScorecard;
import io.leakage.ui.column.DirtyOrders;
import io.leakage.ui.column.LeakageColumns;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders Y-1 and Y-2 of yesterday, 2 March 2026, and T-1 of today, asked of by days. */
@Timeout(60)
class DaysTest {
    private static final long DAY = 86_400_000_000_000L;

    private final RecordedScorecard scorecard = new RecordedScorecard();
    private final LeakageColumns columns = new LeakageColumns(scorecard, new DirtyOrders());
    private final RecordedPastDays past = new RecordedPastDays(scorecard);
    private final HttpClient client = HttpClient.newHttpClient();
    private DeskServer server;

    @BeforeEach
    void open() throws Exception {
        server = new DeskServer(scorecard, columns, new RecordedDecisions(scorecard), null);
        server.past(past);
        scorecard.golden("Y-1");
        scorecard.begin("Y-2", "eu", "TSLA", Side.SELL, 8_000);
        int today = scorecard.golden("T-1");
        scorecard.change(today, row -> row.arrivalNanos(RecordedScorecard.ARRIVAL + DAY));
    }

    @AfterEach
    void close() {
        server.close();
        columns.close();
    }

    @Test
    void aDaysOrdersAreThoseThatArrivedOnIt() throws Exception {
        assertEquals(List.of("Y-1", "Y-2"), parents("v1/orders?date=2026-03-02"));
        assertEquals(List.of("T-1"), parents("v1/orders?date=2026-03-03"));
        assertEquals(List.of("T-1"), parents("v1/orders?date=today"));
        assertEquals(List.of("Y-1", "Y-2", "T-1"), parents("v1/orders?from=2026-03-02&to=today"));
        assertEquals(List.of("Y-1", "Y-2", "T-1"), parents("v1/orders?from=2026-03-02"), "to today, where nobody says to when");
        assertEquals(List.of("Y-2"), parents("v1/orders?date=2026-03-02&desk=eu"));
        assertEquals(List.of("Y-1", "Y-2", "T-1"), parents("v1/orders"), "of now, as ever");
    }

    @Test
    void anAnswerSaysOfWhichDaysItIsAndAsOfWhen() throws Exception {
        HttpResponse<String> answer = get("v1/orders?from=2026-03-02&to=today");

        assertEquals("2026-03-02/2026-03-03", answer.headers().firstValue("Leakage-Days").orElse(""));
        assertEquals("2026-03-02T14:30:00.000000000Z", answer.headers().firstValue("Leakage-As-Of").orElse(""));
        assertEquals("0f6b0c9e-6a57-4a3c-9a0e-000000000001 4096", answer.headers().firstValue("Leakage-Journal").orElse(""));
        assertTrue(get("v1/orders").headers().firstValue("Leakage-Days").isEmpty());
    }

    @Test
    void aLeagueOfARangeCountsEachFillOnce() throws Exception {
        int yesterday = fills("date=2026-03-02");
        int today = fills("date=today");

        assertTrue(yesterday > 0 && today > 0, yesterday + " and " + today);
        assertEquals(yesterday + today, fills("from=2026-03-02&to=today"));
    }

    @Test
    void whoWasAskedForQuotesIsCountedOnTheDayOfTheAsk() throws Exception {
        ask(-1, RecordedScorecard.ARRIVAL);
        ask(scorecard.find("Y-1"), RecordedScorecard.ARRIVAL + DAY);
        ask(scorecard.find("T-1"), RecordedScorecard.ARRIVAL + DAY);

        for (String by : List.of("asked", "counterparty")) {
            assertEquals(2, asked(by, "&date=2026-03-02"), "one without an order, and one of an order of that day");
            assertEquals(1, asked(by, "&date=today"));
            assertEquals(3, asked(by, ""));
        }
    }

    private void ask(int parent, long nanos) {
        scorecard.ask(new Ask(0, parent, 0, Side.BUY, nanos, 100, scorecard.name(NameKind.TEXT, "ACME"), Ask.Outcome.OPEN, Absent.LONG,
                Absent.LONG, Absent.LONG, List.of(new Ask.After(Horizon.AFTER_1S, "COUNTED", 3, 1, .9))));
    }

    private int asked(String by, String days) throws Exception {
        return json("v1/leagues?measure=leak_1s&by=" + by + days).path("fills").asInt();
    }

    @Test
    void oneOrderOfADayIsShownExplainedAndGivenWithItsEvidence() throws Exception {
        assertEquals("Y-1", json("v1/order?id=Y-1&date=2026-03-02").path("parent").asText());
        assertEquals("Y-1", json("v1/orders/Y-1?date=2026-03-02").path("parent").asText());
        assertEquals(404, get("v1/order?id=Y-1&date=today").statusCode());
        assertEquals(404, get("v1/order?id=T-1&date=2026-03-02").statusCode());
        assertTrue(json("v1/explain?id=Y-1&column=arrival_slippage&date=2026-03-02").path("explanation").asText()
                .contains(" bps"));
        assertEquals(200, get("v1/evidence?id=Y-1&date=2026-03-02").statusCode());
    }

    @ParameterizedTest(name = "{0} is no day: {1}")
    @CsvSource(delimiter = '|', value = {"date=yesterday|date|yesterday", "date=2026-02-30|date|2026-02-30", "date=|date|''",
            "date=03/02/2026|date|03/02/2026", "from=2026-03-02&to=1|to|1", "from=today&to=2026-03-02|to|2026-03-02",
            "from=2020-01-01&to=2026-03-02|to|2026-03-02", "to=today|from|''", "date=today&from=today|date|today",
            "date=%2B12026-03-02|date|+12026-03-02"})
    void aDateThatMakesNoSenseIsRefusedWithFieldValueAndWhatIsAllowed(String query, String field, String value) throws Exception {
        HttpResponse<String> answer = get("v1/leagues?" + query);

        JsonNode problem = new ObjectMapper().readTree(answer.body());
        assertEquals(400, answer.statusCode(), answer.body());
        assertEquals(field, problem.path("field").asText());
        assertEquals(value, problem.path("value").asText());
        assertTrue(problem.path("allowed").asText().length() > 10, answer.body());
    }

    @Test
    void aDayThatIsNotThereIsToldWithThoseThatAre() throws Exception {
        notThere(404, "v1/orders?date=2026-03-04", "2026-03-04 is still to come; today is 2026-03-03");
        notThere(404, "v1/orders?date=2026-02-28", "nothing was recorded on 2026-02-28; there are days from 2026-03-02 to 2026-03-03");
        past.giveUp();
        notThere(410, "v1/orders?date=2026-02-28", "what was before 2026-03-02 is no longer kept; there are days from 2026-03-02 to "
                + "2026-03-03");
        notThere(410, "v1/leagues?from=2026-02-28&to=today", "what was before 2026-03-02 is no longer kept; there are days from 2026-03-02"
                + " to 2026-03-03");
    }

    private void notThere(int status, String path, String detail) throws Exception {
        HttpResponse<String> answer = get(path);
        JsonNode problem = new ObjectMapper().readTree(answer.body());
        assertEquals(status, answer.statusCode());
        assertEquals("application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
        assertEquals(detail, problem.path("detail").asText());
        assertEquals("2026-03-02 2026-03-03", problem.path("from").asText() + " " + problem.path("to").asText());
    }

    @Test
    void aDayThatIsBeingReadIsToldWithItsProgressAndWhenToAskAgain() throws Exception {
        past.progress(.4242);
        HttpResponse<String> answer = get("v1/orders?date=2026-03-02");

        assertEquals(202, answer.statusCode());
        assertEquals("2", answer.headers().firstValue("Retry-After").orElse(""));
        assertEquals("{\"from\":\"2026-03-02\",\"to\":\"2026-03-02\",\"progress\":0.424,\"run\":17}", answer.body());
        assertEquals("17", answer.headers().firstValue("Leakage-Run").orElse(""));
        assertEquals(10_000, past.waited());
        assertEquals(List.of("T-1"), parents("v1/orders?date=today"), "today needs no run");
    }

    @ParameterizedTest(name = "Prefer: {0} waits {1} ms")
    @CsvSource(delimiter = '|', value = {"wait=3|3000", "respond-async, wait=0|0", "respond-async|0", "wait=600|30000",
            "return=minimal|10000"})
    void whoAsksSaysHowLongToWait(String prefer, long millis) throws Exception {
        send(HttpRequest.newBuilder(URI.create(server.base() + "/v1/orders?date=2026-03-02")).header("Prefer", prefer));

        assertEquals(millis, past.waited());
    }

    @Test
    void whoAsksAgainNamesTheRunThatItWasToldOf() throws Exception {
        get("v1/orders?date=2026-03-02");
        assertEquals(0, past.named());
        get("v1/orders?date=2026-03-02&run=17");
        assertEquals(17, past.named());
        assertEquals(400, get("v1/orders?date=2026-03-02&run=first").statusCode());
    }

    @Test
    void theCourseOfAnOrderIsToldOfTodayAloneAndRefusedOfAPastDay() throws Exception {
        assertEquals("T-1", json("v1/series?id=T-1").path("parent").asText());
        assertEquals("T-1", json("v1/series?id=T-1&date=today").path("parent").asText());
        HttpResponse<String> refused = get("v1/series?id=Y-1&date=2026-03-02");
        assertEquals(404, refused.statusCode());
        assertTrue(refused.body().contains("is remembered of today's orders only"), refused.body());
        assertEquals(404, get("v1/series?id=Y-1&from=2026-03-02&to=today").statusCode());
        assertEquals(200, get("v1/series?id=T-1&from=2026-03-02&to=today").statusCode());
    }

    @Test
    void theScorecardToPrintIsOfTheDayAskedFor() throws Exception {
        for (String path : List.of("scorecard?id=Y-1&date=2026-03-02", "orders/Y-1/scorecard?date=2026-03-02")) {
            HttpResponse<String> page = get(path);
            assertEquals(200, page.statusCode(), page.body());
            assertTrue(page.body().contains("Of 2026-03-02, as of 2026-03-02T14:30:00.000000000Z."), page.body());
            assertEquals("2026-03-02", page.headers().firstValue("Leakage-Days").orElse(""));
        }
        assertEquals(404, get("scorecard?id=Y-1&date=today").statusCode());
        assertEquals(404, get("scorecard?id=T-1&date=2026-03-02").statusCode());
        assertEquals(200, get("scorecard?id=Y-1").statusCode(), "of now, as ever");
        assertEquals(400, get("scorecard?id=Y-1&date=soon").statusCode());
        past.progress(.5);
        HttpResponse<String> read = get("scorecard?id=Y-1&date=2026-03-02");
        assertEquals(202, read.statusCode());
        assertEquals("2", read.headers().firstValue("Refresh").orElse(""));
    }

    @Test
    void daysThatCannotBeReadAreToldWithTheReason() throws Exception {
        past.fail("the disk is gone");
        HttpResponse<String> answer = get("v1/orders?date=2026-03-02");

        assertEquals(503, answer.statusCode());
        assertTrue(answer.body().contains("the days asked for cannot be read now: the disk is gone"), answer.body());
    }

    @Test
    void theDaysThereAreAreListedAndNoneWithoutAnEngine() throws Exception {
        assertEquals("{\"zone\":\"UTC\",\"today\":\"2026-03-03\",\"gaveUp\":false,\"days\":[\"2026-03-02\",\"2026-03-03\"]}",
                get("v1/days").body());
        server.past(null);
        assertEquals("{\"zone\":null,\"today\":null,\"gaveUp\":false,\"days\":[]}", get("v1/days").body());
        assertEquals(404, get("v1/orders?date=2026-03-02").statusCode());
        assertEquals(400, get("v1/orders?date=soon").statusCode());
    }

    @Test
    void ordersAndFillsOfADayComeAsCsv() throws Exception {
        HttpResponse<String> orders = get("v1/orders?date=2026-03-02&format=csv");
        assertEquals("text/csv", orders.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", ""));
        assertEquals("attachment; filename=\"orders-2026-03-02.csv\"", orders.headers().firstValue("Content-Disposition").orElse(""));
        List<String> lines = orders.body().lines().toList();
        assertTrue(lines.get(0).startsWith("parent,desk,symbol,side,quantity,"), lines.get(0));
        assertEquals(3, lines.size());
        assertTrue(lines.get(1).startsWith("Y-1,") && lines.get(2).startsWith("Y-2,eu,TSLA,SELL,8000,"), orders.body());
        assertTrue(orders.body().endsWith("\r\n"));

        HttpResponse<String> fills = get("v1/fills?from=2026-03-02&to=today");
        assertEquals("attachment; filename=\"fills-2026-03-02-2026-03-03.csv\"",
                fills.headers().firstValue("Content-Disposition").orElse(""));
        TreeSet<String> of = new TreeSet<>();
        fills.body().lines().skip(1).forEach(line -> of.add(line.substring(0, line.indexOf(','))));
        assertEquals(List.of("T-1", "Y-1"), List.copyOf(of));
        assertEquals(1, get("v1/fills?date=2026-03-02&desk=eu").body().lines().count(), "the header alone");
    }

    @ParameterizedTest(name = "Accept: {0}, {1}: {2}")
    @CsvSource(delimiter = '|', value = {"text/csv||text/csv", "text/csv, */*;q=0.1||text/csv",
            "application/json, text/csv||application/json", "*/*||application/json", "text/csv|json|application/json",
            "application/json|csv|text/csv"})
    void csvIsAskedForByFormatOrElseByWhatIsAccepted(String accept, String format, String type) throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(server.base() + "/v1/orders"
                + (format == null ? "" : "?format=" + format))).header("Accept", accept));

        assertEquals(type, answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", ""));
        assertEquals(400, get("v1/orders?format=xml").statusCode());
    }

    private int fills(String days) throws Exception {
        return json("v1/leagues?measure=arrival_slippage&by=side&" + days).path("fills").asInt();
    }

    private List<String> parents(String path) throws Exception {
        List<String> parents = new ArrayList<>();
        json(path).forEach(order -> parents.add(order.path("parent").asText()));
        return parents;
    }

    private JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertEquals(200, answer.statusCode(), answer.body());
        return new ObjectMapper().readTree(answer.body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(server.base() + "/" + path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
