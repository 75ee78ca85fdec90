package io.leakage.ui.web;

import io.leakage.api.desk.Desks;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Says who a request is from: {@code Authorization: Bearer TOKEN}. While there is no token at all, whoever sits on this machine looks at
 * everything and changes nothing. Nothing else lets in: no cookie, so no other site's page can borrow a person's right.
 *
 * <pre>  Caller caller = callers.of(request);
 *  if (!caller.mayApprove(desk)) { throw Problem.notFound(…); }</pre>
 */
final class Callers {
    private static final String SCHEME = "bearer ";

    private final List<Token> tokens = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Desks desks;

    /** @param desks null where nobody configures desks */
    Callers(Desks desks) {
        this.desks = desks;
    }

    void add(Token token) {
        tokens.add(token);
        listeners.forEach(Runnable::run);
    }

    void remove(Token token) {
        tokens.remove(token);
        listeners.forEach(Runnable::run);
    }

    /** Tells, on the thread that makes or revokes a token, that a caller may no longer count. {@return what ends it} */
    AutoCloseable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Who asks.
     *
     * @throws Problem 401 when a token is needed and none came, or one that is none
     */
    Caller of(HttpServletRequest request) throws Problem {
        String header = request.getHeader("Authorization");
        if (header == null) {
            if (!isValid(null) || !Door.isLoopback(request.getRemoteAddr())) {
                throw Problem.unauthorized("a token is needed: Authorization: Bearer TOKEN; leakage:tokenAdd makes one");
            }
            return new Caller(null, desks, this::isValid);
        }
        Caller holder = header.toLowerCase(Locale.ROOT).startsWith(SCHEME) ? holder(header.substring(SCHEME.length())) : null;
        if (holder == null) {
            throw Problem.unauthorized("this token is not known, or was revoked");
        }
        return holder;
    }

    /** {@return the person a token belongs to, null when it belongs to nobody} */
    Caller holder(String token) {
        Token found = find(Token.hash(token.strip()));
        return found == null ? null : new Caller(found, desks, this::isValid);
    }

    /** {@return whether a token still counts; null counts while there is none} */
    private boolean isValid(Token token) {
        return token == null ? tokens.isEmpty() : tokens.contains(token);
    }

    /** Looks at every token, so that the time tells nothing of where one was found. */
    private Token find(byte[] hash) {
        Token found = null;
        for (Token token : tokens) {
            if (token.is(hash)) {
                found = token;
            }
        }
        return found;
    }
}
