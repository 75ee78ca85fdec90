package io.leakage.ui.web;

import io.leakage.api.desk.Desks;
import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.security.auth.x500.X500Principal;

/**
 * Says who a request is from: {@code Authorization: Bearer TOKEN}, else the certificate the client came with. While there is no token at
 * all, whoever sits on this machine looks at everything and changes nothing. Nothing else lets in: no cookie, and where a browser shows a
 * certificate by itself the {@link Door} refuses other sites' pages, so none can borrow a person's right.
 *
 * <pre>  Caller caller = callers.of(request);
 *  if (!caller.mayApprove(desk)) { throw Problem.notFound(…); }</pre>
 */
final class Callers {
    private static final String HEADER = "Authorization";
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";
    private static final String SCHEME = "bearer ";

    private final List<Token> tokens = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Desks desks;
    private final Allowances allowances;

    /** As many requests as are usual. */
    Callers(Desks desks) {
        this(desks, new Allowances(Allowances.USUAL_PER_SECOND, Allowances.USUAL_AT_ONCE, System::nanoTime));
    }

    /**
     * Nobody has a token.
     *
     * @param desks      null where nobody configures desks
     * @param allowances how much each may ask
     */
    Callers(Desks desks, Allowances allowances) {
        this.desks = desks;
        this.allowances = allowances;
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
     * Begins a request of whom it is from: the person a token belongs to, else the address.
     *
     * @return what to leave once it is answered
     * @throws Problem 429 when they ask too much
     */
    Allowance allow(HttpServletRequest request) throws Problem {
        Token token = token(request);
        return allowances.enter(token == null ? "from " + request.getRemoteAddr() : "user " + token.user());
    }

    /**
     * Who asks.
     *
     * @throws Problem 401 when a token is needed and none came, or one that is none
     */
    Caller of(HttpServletRequest request) throws Problem {
        Token token = token(request);
        if (token == null && request.getHeader(HEADER) != null) {
            throw Problem.unauthorized("this token is not known, or was revoked");
        }
        if (token == null && (!isValid(null) || !Door.isLoopback(request.getRemoteAddr()))) {
            throw Problem.unauthorized("a token is needed: Authorization: Bearer TOKEN; leakage:tokenAdd makes one. A certificate that "
                    + "leakage:certificateAdd names does as well");
        }
        return new Caller(token, desks, this::isValid);
    }

    /** {@return the token that came with a request, or its certificate's, null for none that counts} */
    private Token token(HttpServletRequest request) {
        String header = request.getHeader(HEADER);
        if (header != null) {
            return header.toLowerCase(Locale.ROOT).startsWith(SCHEME) ? find(Token.hash(header.substring(SCHEME.length()).strip())) : null;
        }
        return request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain && chain.length > 0
                ? find(chain[0].getSubjectX500Principal()) : null;
    }

    private Token find(X500Principal subject) {
        return tokens.stream().filter(token -> subject.equals(token.subject())).findFirst().orElse(null);
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
