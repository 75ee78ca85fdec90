package io.leakage.dropcopy.fix;

/**
 * Who we are at a source, and how we know who it is. With TLS both sides must be known: a trust store is a must, an initiator also checks
 * the host's name and an acceptor asks for the other side's certificate; neither can be switched off.
 *
 * @param username           Username (553), empty for none
 * @param password           Password (554)
 * @param tls                whether the connection is encrypted
 * @param keyStore           file with our key and certificate, empty for none; an acceptor needs one
 * @param keyStorePassword   of it
 * @param trustStore         file with the certificates we trust
 * @param trustStorePassword of it
 */
record Access(String username, Secret password, boolean tls, String keyStore, Secret keyStorePassword, String trustStore,
        Secret trustStorePassword) {
    /** Plain text, nobody asked for a name. */
    static final Access OPEN = new Access("", Secret.NONE, false, "", Secret.NONE, "", Secret.NONE);

    /** Refuses TLS without what makes it safe. */
    Access {
        username = trimmed(username);
        keyStore = trimmed(keyStore);
        trustStore = trimmed(trustStore);
        if (tls && (trustStore.isEmpty() || !trustStorePassword.isGiven())) {
            throw new IllegalArgumentException("tls.trust.store: with tls a trust store and its password, since without one any certificate "
                    + "would do, got \"" + trustStore + "\"");
        }
        if (!tls && !(trustStore.isEmpty() && keyStore.isEmpty())) {
            throw new IllegalArgumentException("tls: true where a key store or trust store is given, got \"false\"");
        }
        if (!keyStore.isEmpty() && !keyStorePassword.isGiven()) {
            throw new IllegalArgumentException("tls.key.store.password: file:PATH or env:NAME, got nothing");
        }
    }

    private static String trimmed(String text) {
        return text == null ? "" : text.trim();
    }
}
