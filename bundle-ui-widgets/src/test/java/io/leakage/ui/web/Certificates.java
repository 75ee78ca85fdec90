package io.leakage.ui.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;

/** Real certificates, made by keytool. */
final class Certificates {
    private static final String PASSWORD = "open-sesame-4711";

    private Certificates() {
    }

    /** {@return a certificate of this subject, by itself} */
    static X509Certificate of(String subject, Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        Path store = folder.resolve(Math.abs(subject.hashCode()) + ".p12");
        Path log = folder.resolve("keytool.log");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias",
                "key", "-keyalg", "EC", "-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD, "-dname", subject)
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (process.waitFor() != 0) {
            throw new IOException(Files.readString(log));
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return (X509Certificate) keys.getCertificate("key");
    }
}
