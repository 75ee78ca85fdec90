package io.leakage.dropcopy.fix;

import quickfix.SessionID;
import quickfix.SessionSettings;
import quickfix.mina.ssl.SSLSupport;

/**
 * QuickFIX/J's settings for TLS. Without a trust store it would take any certificate, and without an identification algorithm any host;
 * so both are always set.
 */
final class TlsPins {
    private TlsPins() {
    }

    /**
     * Adds them.
     *
     * @throws IllegalStateException when a password is not where it should be
     */
    static void set(SessionSettings settings, SessionID id, DropCopySource source) {
        Access access = source.access();
        if (!access.tls()) {
            return;
        }
        settings.setString(id, SSLSupport.SETTING_USE_SSL, "Y");
        settings.setString(id, SSLSupport.SETTING_ENABLED_PROTOCOLS, "TLSv1.3,TLSv1.2");
        settings.setString(id, SSLSupport.SETTING_TRUST_STORE_NAME, access.trustStore());
        settings.setString(id, SSLSupport.SETTING_TRUST_STORE_PWD, access.trustStorePassword().read());
        settings.setString(id, SSLSupport.SETTING_TRUST_STORE_TYPE, type(access.trustStore()));
        // QuickFIX/J looks for a key store of its own when none is named
        settings.setString(id, SSLSupport.SETTING_KEY_STORE_NAME, access.keyStore().isEmpty() ? access.trustStore() : access.keyStore());
        settings.setString(id, SSLSupport.SETTING_KEY_STORE_PWD,
                (access.keyStore().isEmpty() ? access.trustStorePassword() : access.keyStorePassword()).read());
        settings.setString(id, SSLSupport.SETTING_KEY_STORE_TYPE, type(access.keyStore().isEmpty() ? access.trustStore()
                : access.keyStore()));
        settings.setString(id, SSLSupport.SETTING_NEED_CLIENT_AUTH, "Y");
        if (!source.acceptor()) {
            settings.setString(id, SSLSupport.SETTING_ENDPOINT_IDENTIFICATION_ALGORITHM, "HTTPS");
        }
    }

    private static String type(String store) {
        return store.endsWith(".jks") ? "JKS" : "PKCS12";
    }
}
