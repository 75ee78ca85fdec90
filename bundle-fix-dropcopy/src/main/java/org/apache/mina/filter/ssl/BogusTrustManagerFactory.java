package org.apache.mina.filter.ssl;

import javax.net.ssl.TrustManagerFactory;

/** What QuickFIX/J would use where no trust store is named: there it trusted every certificate, here it refuses to be made. */
public final class BogusTrustManagerFactory extends TrustManagerFactory {
    /**
     * Never succeeds.
     *
     * @throws IllegalStateException always
     */
    public BogusTrustManagerFactory() {
        super(null, null, "none");
        throw new IllegalStateException("tls: a trust store, got none");
    }
}
