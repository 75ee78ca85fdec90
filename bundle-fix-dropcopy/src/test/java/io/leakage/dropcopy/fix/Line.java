package io.leakage.dropcopy.fix;

import io.leakage.dropcopy.profile.Profile;
import io.leakage.dropcopy.profile.Profiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;

/** A session of ours with a scripted venue at the other end, over real sockets. */
final class Line implements AutoCloseable {
    /** A fill's fields without ids. */
    static final String FILL = "37=O|150=F|39=1|54=1|55=X|38=1000|32=100|31=10.5|14=100|151=900|60=20260302-14:30:00.123|";

    /** What our session read. */
    final SeenInlet inlet = new SeenInlet();
    /** Ours. */
    final DropCopySession session;
    /** Theirs. */
    final ScriptedVenue venue;

    /** Both sides of a source, not joined. */
    Line(DropCopySource source) {
        session = new DropCopySession(source, inlet);
        venue = new ScriptedVenue(source);
        session.start();
    }

    /** A source of this profile on a free port, its numbers forgotten with the process. */
    static DropCopySource source(String profile, boolean acceptor, String... overrides) throws IOException {
        return source(Profiles.of(profile, List.of(overrides)), acceptor, Access.OPEN);
    }

    /** A source of this profile with this access. */
    static DropCopySource source(Profile profile, boolean acceptor, Access access) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new DropCopySource(profile.name(), FixVersion.of(profile.version()), acceptor, "localhost", socket.getLocalPort(), "LEAK",
                    "EMS", 5, 1, 0, "", "", "UTC", "", profile.resendChunk(), profile, access);
        }
    }

    @Override
    public void close() throws IOException {
        session.close();
        venue.close();
    }
}
