package io.leakage.dropcopy.fix;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Real certificates of two authorities, made by keytool; every store has the same password. */
final class Certificates {
    /** Of every store. */
    static final String PASSWORD = "open-sesame-4711";

    private final Path directory;

    /** Two authorities: {@code good} is trusted, {@code evil} is not. */
    Certificates(Path directory) throws Exception {
        this.directory = directory;
        for (String authority : List.of("good", "evil")) {
            keytool("-genkeypair", "-alias", authority, "-keystore", store(authority), "-dname", "CN=" + authority, "-ext", "bc:c");
            keytool("-exportcert", "-alias", authority, "-keystore", store(authority), "-file", store(authority) + ".cer");
        }
        keytool("-importcert", "-noprompt", "-alias", "good", "-keystore", store("trust"), "-file", store("good") + ".cer");
        Files.writeString(directory.resolve("password"), PASSWORD + "\n");
    }

    /** A key with a certificate by an authority, for a host name; {@code more} are keytool's further words, such as another validity. */
    String key(String name, String authority, String host, String... more) throws Exception {
        keytool("-genkeypair", "-alias", "key", "-keystore", store(name), "-dname", "CN=" + host);
        keytool("-certreq", "-alias", "key", "-keystore", store(name), "-file", store(name) + ".csr");
        List<String> words = new ArrayList<>(List.of("-gencert", "-alias", authority, "-keystore", store(authority), "-infile",
                store(name) + ".csr", "-outfile", store(name) + ".cer", "-ext", "san=dns:" + host));
        words.addAll(List.of(more));
        keytool(words.toArray(String[]::new));
        keytool("-importcert", "-noprompt", "-alias", authority, "-keystore", store(name), "-file", store(authority) + ".cer");
        keytool("-importcert", "-noprompt", "-alias", "key", "-keystore", store(name), "-file", store(name) + ".cer");
        return store(name);
    }

    /** {@return the file of a store} */
    String store(String name) {
        return directory.resolve(name + ".p12").toString();
    }

    /** {@return where the password is} */
    Secret secret() {
        return Secret.at("test", "file:" + directory.resolve("password"));
    }

    /** {@return a context with this key, null for none, that trusts the good authority} */
    SSLContext context(String key) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
        if (key != null) {
            keys.init(load(key), PASSWORD.toCharArray());
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(load(store("trust")));
        context.init(key == null ? null : keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static KeyStore load(String file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private void keytool(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("-storepass", PASSWORD, "-storetype", "PKCS12"));
        if (words[0].equals("-genkeypair")) {
            command.addAll(List.of("-keyalg", "EC"));
        }
        Path log = directory.resolve("keytool.log");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", words) + ": " + Files.readString(log));
        }
    }
}
