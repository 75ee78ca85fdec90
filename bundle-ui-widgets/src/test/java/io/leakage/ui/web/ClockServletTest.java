package io.leakage.ui.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leakage.api.event.Absent;
import io.leakage.api.event.ClockState;
import io.leakage.api.health.ClockReport;
import io.leakage.api.health.ClockReport.Change;
import io.leakage.api.health.ClockReport.Day;
import io.leakage.api.health.ClockReport.StampingPoint;
import io.leakage.api.health.ClockReport.Term;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ClockServletTest {
    /** 2026-01-02T14:30:00Z. */
    private static final long NOON = 1_767_364_200_000_000_000L;

    private static final ClockReport LOCKED = new ClockReport(NOON + 1, ClockState.LOCKED, 3_201, true, "follows", -300, 500,
            "001122fffe334455", 6, 37, NOON, List.of(new Term("offset", 300, "measured by PTP")),
            List.of(new StampingPoint("KERNEL", 1_500, 40_000, 2_000)), List.of(new Day("2026-01-02", -300, NOON, 3_201, 60, 3)),
            List.of(new Change(NOON, ClockState.LOCKED, "follows")));
    private static final ClockReport UNSYNC = new ClockReport(NOON, ClockState.UNSYNC, Absent.LONG, false, "nobody steers", Absent.LONG,
            Absent.LONG, "", -1, 37, NOON, List.of(), List.of(), List.of(new Day("2026-01-02", Absent.LONG, Absent.LONG, Absent.LONG, 1, 1)),
            List.of());

    @Test
    void theWholeEvidenceIsOneDocument() throws Exception {
        assertEquals("{\"time\":\"2026-01-02T14:30:00.000000001Z\",\"state\":\"LOCKED\",\"uncertaintyNanos\":3201,\"traceable\":true,"
                + "\"why\":\"follows\",\"offsetNanos\":-300,\"ageNanos\":500,\"source\":\"001122fffe334455\",\"clockClass\":6,"
                + "\"taiMinusUtcSeconds\":37,\"leapSecondsCertainUntil\":\"2026-01-02T14:30:00.000000000Z\","
                + "\"budget\":[{\"name\":\"offset\",\"nanos\":300,\"origin\":\"measured by PTP\"}],"
                + "\"stampingPoints\":[{\"source\":\"KERNEL\",\"medianNanos\":1500,\"p999Nanos\":40000,\"samples\":2000}],"
                + "\"days\":[{\"date\":\"2026-01-02\",\"offsetNanos\":-300,\"offsetAt\":\"2026-01-02T14:30:00.000000000Z\","
                + "\"uncertaintyNanos\":3201,\"looks\":60,\"unbounded\":3}],\"history\":[{\"time\":\"2026-01-02T14:30:00.000000000Z\",\"state\":\"LOCKED\","
                + "\"why\":\"follows\"}]}", answer(LOCKED, "GET").body());
    }

    @Test
    void whatIsNotKnownIsNull() throws Exception {
        assertEquals("{\"time\":\"2026-01-02T14:30:00.000000000Z\",\"state\":\"UNSYNC\",\"uncertaintyNanos\":null,\"traceable\":false,"
                + "\"why\":\"nobody steers\",\"offsetNanos\":null,\"ageNanos\":null,\"source\":null,\"clockClass\":null,"
                + "\"taiMinusUtcSeconds\":37,\"leapSecondsCertainUntil\":\"2026-01-02T14:30:00.000000000Z\",\"budget\":[],"
                + "\"stampingPoints\":[],\"days\":[{\"date\":\"2026-01-02\",\"offsetNanos\":null,\"offsetAt\":null,"
                + "\"uncertaintyNanos\":null,\"looks\":1,\"unbounded\":1}],\"history\":[]}", answer(UNSYNC, "GET").body());
    }

    @Test
    void onlyReadingIsAllowed() throws Exception {
        HttpResponse<String> refused = answer(LOCKED, "POST");

        assertEquals(405, refused.statusCode());
        assertEquals("application/problem+json", refused.headers().firstValue("Content-Type").orElseThrow());
    }

    private static HttpResponse<String> answer(ClockReport report, String method) throws Exception {
        try (WebServer server = new WebServer(new ClockServlet(() -> report, false))) {
            HttpRequest request = HttpRequest.newBuilder(server.uri("v1/clock")).method(method, BodyPublishers.noBody()).build();
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        }
    }
}
