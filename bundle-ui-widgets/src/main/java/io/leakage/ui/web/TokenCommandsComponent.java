package io.leakage.ui.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code leakage:tokens}, {@code leakage:tokenAdd}, {@code leakage:certificateAdd} and {@code leakage:tokenRevoke} in the Gogo shell. Any
 * thread may call.
 */
@Component(service = TokenCommandsComponent.class, property = {"osgi.command.scope=leakage", "osgi.command.function=tokens",
    "osgi.command.function=tokenAdd", "osgi.command.function=certificateAdd", "osgi.command.function=tokenRevoke"})
public final class TokenCommandsComponent {
    private static final String FACTORY = "leakage.token";
    private static final String NOTHING_CHANGED = "; nothing has changed";

    private final ConfigurationAdmin admin;

    /** For the framework. */
    @Activate
    public TokenCommandsComponent(@Reference ConfigurationAdmin admin) {
        this.admin = admin;
    }

    /** {@return a line for each token: its name, whose it is, what it allows and where; never the token} */
    public String tokens() throws IOException, InvalidSyntaxException {
        Configuration[] all = all();
        return all.length == 0 ? "no token: who sits on this machine looks at everything and changes nothing"
                : Arrays.stream(all).map(TokenCommandsComponent::line).sorted().collect(Collectors.joining("\n"));
    }

    /**
     * Makes a token.
     *
     * @param user  whose it is
     * @param role  viewer, trader or admin
     * @param desks the desks it is for; * for all
     * @return the token, which nobody can show again
     */
    public String tokenAdd(String user, String role, String... desks) throws IOException {
        String token = Token.random();
        byte[] hash = Token.hash(token);
        String refused = refused(user, role, desks, hash, null);
        return refused != null ? refused : token + "\nkeep it: only its SHA-256 stays here. leakage:tokenRevoke "
                + keep(user, role, desks, "sha256", HexFormat.of().formatHex(hash), hash) + " takes it back";
    }

    /**
     * Lets in who comes with a certificate.
     *
     * @param user    who that is
     * @param role    viewer, trader or admin
     * @param subject the certificate's subject, such as CN=jane,O=Example
     * @param desks   the desks it is for; * for all
     * @return how to take it back
     */
    public String certificateAdd(String user, String role, String subject, String... desks) throws IOException {
        String refused;
        try {
            refused = refused(user, role, desks, null, Token.subject(subject));
        } catch (IllegalArgumentException e) {
            refused = e.getMessage() + NOTHING_CHANGED;
        }
        return refused != null ? refused : "leakage:tokenRevoke " + keep(user, role, desks, "certificate", subject, Token.hash(subject))
                + " takes it back";
    }

    /** {@return what is wrong, null for nothing} */
    private static String refused(String user, String role, String[] desks, byte[] hash, X500Principal subject) {
        if (desks.length == 0) {
            return "no desk: say which, or * for all" + NOTHING_CHANGED;
        }
        try {
            new Token(user, Role.of(role), new LinkedHashSet<>(Arrays.asList(desks)), hash, subject);
            return null;
        } catch (IllegalArgumentException e) {
            return e.getMessage() + NOTHING_CHANGED;
        }
    }

    /** {@return the name it is kept by} */
    private String keep(String user, String role, String[] desks, String key, String value, byte[] hash) throws IOException {
        String name = HexFormat.of().formatHex(hash).substring(0, 8);
        admin.getFactoryConfiguration(FACTORY, name, "?").update(new Hashtable<>(Map.of("user", user, "role", role, "desks", desks,
                key, value)));
        return name;
    }

    /**
     * Takes a token back, at once.
     *
     * @param name its name, or a user for all of theirs
     * @return how many
     */
    public String tokenRevoke(String name) throws IOException, InvalidSyntaxException {
        int revoked = 0;
        for (Configuration one : all()) {
            if (name.equals(name(one)) || name.equals(one.getProperties().get("user"))) {
                one.delete();
                revoked++;
            }
        }
        return revoked == 0 ? "no token and no user is called " + name + "; leakage:tokens lists them" : revoked + " revoked";
    }

    private Configuration[] all() throws IOException, InvalidSyntaxException {
        Configuration[] all = admin.listConfigurations("(service.factoryPid=" + FACTORY + ")");
        return all == null ? new Configuration[0] : all;
    }

    private static String name(Configuration token) {
        return token.getPid().substring(token.getPid().lastIndexOf('~') + 1);
    }

    private static String line(Configuration token) {
        Object desks = token.getProperties().get("desks");
        Object certificate = token.getProperties().get("certificate");
        return name(token) + "  " + token.getProperties().get("user") + "  " + token.getProperties().get("role") + "  "
                + (desks instanceof Object[] several ? Arrays.stream(several).map(String::valueOf).collect(Collectors.joining(" "))
                        : desks) + (certificate == null ? "" : "  " + certificate);
    }
}
