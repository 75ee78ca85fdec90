package io.leakage.ui.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Lets in who sits on this machine, and everybody once an administrator allows it. A page of another site that points its own name at
 * this machine (DNS rebinding) comes from here too, so the name it asked for must be one of this machine's.
 */
final class Door {
    private final boolean remoteClients;

    Door(boolean remoteClients) {
        this.remoteClients = remoteClients;
    }

    void enter(HttpServletRequest request) throws Problem {
        if (remoteClients) {
            return;
        }
        if (!isLoopback(request.getRemoteAddr())) {
            throw Problem.forbidden("only browsers on this machine are answered; remote.clients of leakage.web opens it to others");
        }
        String host = request.getServerName();
        if (!"localhost".equals(host) && !isLoopback(host)) {
            throw Problem.forbidden("the address must name this machine: localhost, 127.0.0.1 or [::1]");
        }
    }

    /** {@return whether this is a numeric address of the loopback interface; a name is never looked up} */
    static boolean isLoopback(String address) {
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
