package io.leakage.ui.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who comes in, from where, for whose page, and by what they are known. */
class DoorTest {
    private static final X500Principal JANE = new X500Principal("CN=jane,O=Example");

    private static X509Certificate janes;
    private static X509Certificate eves;

    @BeforeAll
    static void makeCertificates(@TempDir Path folder) throws Exception {
        janes = Certificates.of("CN=jane, O=Example", folder);
        eves = Certificates.of("CN=eve, O=Example", folder);
    }

    @ParameterizedTest(name = "from {0}, encrypted {1}, remote clients {2}: {3}")
    @CsvSource({"127.0.0.1, false, false, true", "127.0.0.1, false, true, true", "10.0.0.9, true, false, false",
        "10.0.0.9, true, true, true", "10.0.0.9, false, true, false", "fe80::7, false, true, false", "::1, false, true, true"})
    void anotherMachineIsLetInEncryptedAndWhereAllowed(String address, boolean encrypted, boolean remote, boolean letIn) {
        HttpServletRequest request = request(Map.of("getRemoteAddr", address, "isSecure", encrypted, "getServerName", "localhost"), null);

        assertEquals(letIn, comesIn(new Door(remote), request));
    }

    @ParameterizedTest(name = "a page of {0} that asks {1}: {2}")
    @CsvSource({"http://127.0.0.1:8080, 127.0.0.1:8080, true", "https://127.0.0.1:8080, 127.0.0.1:8080, true",
        "http://localhost:8080, LOCALHOST:8080, true", ", 127.0.0.1:8080, true", "http://127.0.0.1:9090, 127.0.0.1:8080, false",
        "http://localhost:8080, 127.0.0.1:8080, false", "https://evil.example, 127.0.0.1:8080, false", "null, 127.0.0.1:8080, false",
        "https://evil.example/127.0.0.1:8080, 127.0.0.1:8080, false"})
    void onlyOurOwnPagesAsk(String origin, String host, boolean letIn) {
        Map<String, String> headers = new HashMap<>(Map.of("Host", host));
        headers.put("Origin", origin);
        HttpServletRequest request = request(Map.of("getRemoteAddr", "127.0.0.1", "isSecure", false,
                "getServerName", host.toLowerCase(Locale.ROOT).replaceAll(":.*", "")), headers);

        assertEquals(letIn, comesIn(new Door(false), request));
    }

    @ParameterizedTest(name = "{0} from {1} as {2}, {3}: {4}")
    @CsvSource({"GET, same-origin, cors, empty, true", "GET, none, navigate, document, true", "GET, , , , true",
        "GET, cross-site, navigate, document, true", "GET, cross-site, no-cors, image, false", "GET, cross-site, no-cors, script, false",
        "GET, same-site, no-cors, script, false", "GET, cross-site, navigate, iframe, false", "POST, cross-site, navigate, document, false",
        "GET, cross-site, cors, empty, false"})
    void whatAnotherSitesPageFetchesUnseenIsRefusedAndALinkIsNot(String method, String site, String mode, String kind, boolean letIn) {
        Map<String, String> headers = new HashMap<>(Map.of("Host", "127.0.0.1:8080"));
        headers.put("Sec-Fetch-Site", site);
        headers.put("Sec-Fetch-Mode", mode);
        headers.put("Sec-Fetch-Dest", kind);
        HttpServletRequest request = request(Map.of("getRemoteAddr", "127.0.0.1", "isSecure", false, "getServerName", "127.0.0.1",
                "getMethod", method), headers);

        assertEquals(letIn, comesIn(new Door(false), request));
    }

    @Test
    void whoComesWithACertificateIsThePersonItNames() throws Problem {
        Callers callers = new Callers(null);
        callers.add(new Token("jane", Role.TRADER, Set.of("us"), null, Token.subject("cn=Jane, o=example")));
        Caller caller = callers.of(withCertificate(janes, null));

        assertEquals("jane", caller.user());
        assertTrue(caller.mayApprove("us"));
        assertFalse(caller.mayApprove("eu"));
    }

    @Test
    void aCertificateThatNobodyNamesIsNobodys() {
        Callers callers = new Callers(null);
        callers.add(new Token("jane", Role.TRADER, Set.of("us"), null, JANE));

        Problem problem = assertThrows(Problem.class, () -> callers.of(withCertificate(eves, null)));

        assertEquals(401, problem.status());
    }

    @Test
    void aTokenThatIsSaidCountsBeforeTheCertificate() throws Problem {
        Callers callers = new Callers(null);
        callers.add(new Token("jane", Role.TRADER, Set.of("us"), null, JANE));
        callers.add(new Token("joe", Role.VIEWER, Set.of("us"), Token.hash("joe's")));

        assertEquals("joe", callers.of(withCertificate(janes, "Bearer joe's")).user());
        assertThrows(Problem.class, () -> callers.of(withCertificate(janes, "Bearer nobody's")), "a wrong token is not made good");
    }

    @Test
    void aCertificateThatIsTakenBackCountsNoMore() throws Problem {
        Callers callers = new Callers(null);
        Token jane = new Token("jane", Role.TRADER, Set.of("us"), null, JANE);
        callers.add(jane);
        callers.add(new Token("joe", Role.VIEWER, Set.of("us"), Token.hash("joe's")));
        Caller caller = callers.of(withCertificate(janes, null));

        callers.remove(jane);

        assertFalse(caller.isValid());
        assertThrows(Problem.class, () -> callers.of(withCertificate(janes, null)));
    }

    @Test
    void whatIsNeitherTokenNorCertificateOrBothIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Token("jane", Role.TRADER, Set.of("us"), null, null));
        assertThrows(IllegalArgumentException.class, () -> new Token("jane", Role.TRADER, Set.of("us"), Token.hash("x"), JANE));
        assertThrows(IllegalArgumentException.class, () -> Token.subject("jane"));
    }

    private static boolean comesIn(Door door, HttpServletRequest request) {
        try {
            door.enter(request);
            return true;
        } catch (Problem problem) {
            assertEquals(403, problem.status());
            return false;
        }
    }

    private static HttpServletRequest withCertificate(X509Certificate certificate, String authorization) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", authorization);
        return request(Map.of("getRemoteAddr", "10.0.0.9", "getAttribute", new X509Certificate[] {certificate}), headers);
    }

    /** A request that answers each method with a value, and the headers. */
    private static HttpServletRequest request(Map<String, Object> values, Map<String, String> headers) {
        return (HttpServletRequest) Proxy.newProxyInstance(HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class}, (proxy, method, arguments) -> method.getName().equals("getHeader")
                        ? headers == null ? null : headers.get((String) arguments[0]) : values.get(method.getName()));
    }
}
