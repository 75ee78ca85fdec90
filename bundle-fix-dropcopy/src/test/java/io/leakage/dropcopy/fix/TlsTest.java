package io.leakage.dropcopy.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.dropcopy.fix.DropCopySession.State;
import io.leakage.dropcopy.profile.Profiles;
import java.nio.file.Path;
import java.util.List;
import javax.net.ServerSocketFactory;
import javax.net.SocketFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Six cases of TLS with real certificates: one is good, five are refused before anybody says who he is. */
@Timeout(120)
class TlsTest {
    @TempDir
    private static Path directory;
    private static Certificates certificates;

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificates = new Certificates(directory);
        certificates.key("ours", "good", "localhost");
        certificates.key("venue", "good", "localhost");
        certificates.key("untrusted", "evil", "localhost");
        certificates.key("elsewhere", "good", "venue.example");
        certificates.key("expired", "good", "localhost", "-startdate", "-10d", "-validity", "5");
    }

    @ParameterizedTest(name = "acceptor {0}")
    @ValueSource(booleans = {true, false})
    void aKnownVenueLogsOnAndItsPasswordIsNowhereToBeRead(boolean acceptor) throws Exception {
        DropCopySource source = source(acceptor, access(certificates.store("ours")));
        SeenInlet inlet = new SeenInlet();
        try (DropCopySession session = new DropCopySession(source, inlet); ScriptedVenue venue = venue(source, "venue")) {
            session.start();
            Await.until(() -> session.state() == State.WAITING, () -> "is " + session.state() + ", " + session.problem());
            venue.logon();
            venue.send("8", "11=A|17=E1|" + Line.FILL);
            inlet.await(1);
            assertEquals(Certificates.PASSWORD, venue.heard("A").get(0).get(554), "the venue is told it");
            assertEquals("desk", venue.heard("A").get(0).get(553));
        }
        assertFalse(source.toString().contains(Certificates.PASSWORD), source.toString());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"untrusted", "elsewhere", "expired"})
    void aVenueThatIsNotWhoItShouldBeHearsNoLogon(String key) throws Exception {
        DropCopySource source = source(false, access(certificates.store("ours")));
        try (DropCopySession session = new DropCopySession(source, new SeenInlet()); ScriptedVenue venue = venue(source, key)) {
            session.start();
            for (int attempt = 0; attempt < 2; attempt++) {
                venue.join();
                venue.awaitEnd();
                assertNotEquals(State.LOGGED_ON, session.state());
            }
            assertEquals(List.of(), venue.heard("A"));
        }
    }

    @Test
    void aVenueWithoutACertificateOfItsOwnDoesNotLogOn() throws Exception {
        DropCopySource source = source(true, access(certificates.store("ours")));
        try (DropCopySession session = new DropCopySession(source, new SeenInlet()); ScriptedVenue venue = venue(source, null)) {
            session.start();
            venue.join();
            try {
                venue.send("A", "98=0|108=5|");
            } catch (java.io.UncheckedIOException e) {
                // refused already
            }
            venue.awaitEnd();
            assertEquals(List.of(), venue.heard("A"));
            assertNotEquals(State.LOGGED_ON, session.state());
        }
    }

    @Test
    void withoutATrustStoreNothingStarts() {
        String message = assertThrows(IllegalArgumentException.class,
                () -> new Access("", Secret.NONE, true, "", Secret.NONE, "", Secret.NONE)).getMessage();
        assertTrue(message.startsWith("tls.trust.store: "), message);
        message = assertThrows(IllegalArgumentException.class,
                () -> new Access("", Secret.NONE, false, "", Secret.NONE, "trust.p12", Secret.NONE)).getMessage();
        assertTrue(message.startsWith("tls: true where"), message);
    }

    @Test
    void aPasswordInTheConfigurationItselfIsRefusedWithoutRepeatingIt() {
        String message = assertThrows(IllegalArgumentException.class, () -> Secret.at("password.from", "hunter2")).getMessage();
        assertEquals("password.from: file:PATH or env:NAME, got something else", message);
        message = assertThrows(IllegalStateException.class, () -> Secret.at("password.from", "file:/nowhere").read()).getMessage();
        assertEquals("file:/nowhere: a file that can be read, got NoSuchFileException", message);
    }

    private static Access access(String keyStore) {
        return new Access("desk", certificates.secret(), true, keyStore, certificates.secret(), certificates.store("trust"),
                certificates.secret());
    }

    private static DropCopySource source(boolean acceptor, Access access) throws Exception {
        return Line.source(Profiles.of("generic-44"), acceptor, access);
    }

    private static ScriptedVenue venue(DropCopySource source, String key) throws Exception {
        String store = key == null ? null : certificates.store(key);
        ServerSocketFactory servers = certificates.context(store).getServerSocketFactory();
        SocketFactory sockets = certificates.context(store).getSocketFactory();
        return new ScriptedVenue(source, servers, sockets);
    }
}
