package io.leakage.ui.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lets in who sits on this machine, and everybody once an administrator allows it. A page of another site that points its own name at
 * this machine (DNS rebinding) comes from here too, so the name it asked for must be one of this machine's, or one an administrator lists;
 * and a page that asks must be ours. What comes from another machine comes encrypted.
 */
final class Door {
    private final boolean remoteClients;
    private final Set<String> hosts = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    Door(boolean remoteClients, String... hosts) {
        this.remoteClients = remoteClients;
        this.hosts.addAll(Arrays.asList(hosts));
    }

    void enter(HttpServletRequest request) throws Problem {
        String host = request.getServerName();
        boolean isHere = isLoopback(request.getRemoteAddr());
        if (!remoteClients && !isHere) {
            throw Problem.forbidden("only browsers on this machine are answered; remote.clients of leakage.web opens it to others");
        }
        if (!isHere && !request.isSecure()) {
            throw Problem.forbidden("other machines are answered over HTTPS only: a token could be read on the way");
        }
        if (!"localhost".equals(host) && !isLoopback(host) && !(remoteClients && (isAddress(host) || hosts.contains(host)))) {
            throw Problem.forbidden(remoteClients ? "hosts of leakage.web must list the name this machine is asked by"
                    : "the address must name this machine: localhost, 127.0.0.1 or [::1]");
        }
        if (!isOurs(request.getHeader("Origin"), request) || isFromElsewhere(request)) {
            throw Problem.forbidden("pages of another site are not answered");
        }
    }

    /** {@return whether the page that asks is of the address it asks; browsers say so wherever it may not be, and nobody else does} */
    private static boolean isOurs(String origin, HttpServletRequest request) {
        return origin == null || origin.equalsIgnoreCase("http://" + request.getHeader("Host"))
                || origin.equalsIgnoreCase("https://" + request.getHeader("Host"));
    }

    /**
     * {@return whether a browser says that another site's page fetches this, an image or a script, say, for which it tells no origin and of
     * whose answer it shows that page nothing; a link that a person follows to our page is theirs}
     */
    private static boolean isFromElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        boolean isFollowed = "navigate".equals(request.getHeader("Sec-Fetch-Mode")) && "document".equals(request.getHeader("Sec-Fetch-Dest"));
        return site != null && !site.equals("same-origin") && !site.equals("none") && !(isFollowed && DoorServlet.reads(request));
    }

    /** {@return whether this is a number, which no name server can point elsewhere} */
    private static boolean isAddress(String host) {
        return host != null && host.matches("(\\d{1,3}\\.){3}\\d{1,3}|\\[?[0-9a-fA-F]*:[0-9a-fA-F:.]+(%\\w+)?]?");
    }

    /** {@return whether this is a numeric address of the loopback interface; a name is never looked up} */
    static boolean isLoopback(String address) {
        if ("127.0.0.1".equals(address)) {
            return true;
        }
        if (address == null || !address.matches("\\[?[0-9a-fA-F.:]+(%\\w+)?]?") || address.matches("[0-9a-fA-F]+")) {
            return false;
        }
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
