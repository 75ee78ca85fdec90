package io.leakage.dropcopy.fix;

import java.io.File;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.concurrent.ThreadPoolExecutor;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.filterchain.IoFilter;
import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.filter.FilterEvent;
import org.apache.mina.filter.ssl.SslEvent;
import org.apache.mina.filter.ssl.SslFilter;

/**
 * TLS below QuickFIX/J, made of a source's own stores each time its connector starts. QuickFIX/J's own would trust everybody when it
 * does not find its trust store, would keep every context and its passwords for good, and needs a class that MINA 2.2.10 no longer has.
 */
final class TlsFilter extends SslFilter {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
    private static final String HOST_NAMES = "HTTPS";

    static {
        // the handshakes' threads are MINA's and would outlive the bundle; idle ones now end after 100 ms
        if (EXECUTOR instanceof ThreadPoolExecutor threads) {
            threads.allowCoreThreadTimeOut(true);
        }
    }

    private TlsFilter(SSLContext context) {
        super(context, true);
    }

    /**
     * {@return a filter that knows who may be at the other end}
     *
     * @throws IllegalStateException with field, file and what was expected when a store or a password cannot be had
     */
    static TlsFilter of(Access access, boolean acceptor) throws GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store("tls.trust.store", access.trustStore(), access.trustStorePassword().read(), false));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(ownKey(access), trust.getTrustManagers(), null);
        TlsFilter filter = new TlsFilter(context);
        filter.setEnabledProtocols(PROTOCOLS);
        if (acceptor) {
            filter.setNeedClientAuth(true);
        } else {
            filter.setEndpointIdentificationAlgorithm(HOST_NAMES);
        }
        return filter;
    }

    /**
     * {@return a filter to stand behind TLS} MINA 2.2.10 lets lie what came in one piece with the last message of a handshake, such as a
     * logon, until more comes; so once the handshake is over it is told that nothing came, and looks.
     */
    static IoFilter afterHandshake() {
        return new IoFilterAdapter() {
            @Override
            public void event(NextFilter next, IoSession session, FilterEvent event) throws Exception {
                super.event(next, session, event);
                if (event == SslEvent.SECURED) {
                    // not now: we are called amid the handshake; behind it the filter's own lock lets us in
                    EXECUTOR.execute(() -> session.getFilterChain().fireMessageReceived(IoBuffer.allocate(0)));
                }
            }
        };
    }

    private static KeyManager[] ownKey(Access access) throws GeneralSecurityException {
        if (access.keyStore().isEmpty()) {
            return new KeyManager[0];
        }
        String password = access.keyStorePassword().read();
        KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
        keys.init(store("tls.key.store", access.keyStore(), password, true), password.toCharArray());
        return keys.getKeyManagers();
    }

    private static KeyStore store(String field, String file, String password, boolean key) {
        String expected = key ? "a store with a key and its certificate" : "a store with certificates to trust";
        try {
            KeyStore store = KeyStore.getInstance(new File(file), password.toCharArray());
            for (String alias : Collections.list(store.aliases())) {
                if (key ? store.isKeyEntry(alias) : store.isCertificateEntry(alias)) {
                    return store;
                }
            }
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(field + ": " + expected + ", got \"" + file + "\" (" + e.getMessage() + ")");
        }
        throw new IllegalStateException(field + ": " + expected + ", got \"" + file + "\" without one");
    }
}
