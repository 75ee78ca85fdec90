package io.leakage.ui.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code leakage:tokens}, {@code leakage:tokenAdd} and {@code leakage:tokenRevoke} in the Gogo shell. Any thread may call. */
@Component(service = TokenCommandsComponent.class, property = {"osgi.command.scope=leakage", "osgi.command.function=tokens",
    "osgi.command.function=tokenAdd", "osgi.command.function=tokenRevoke"})
public final class TokenCommandsComponent {
    private static final String FACTORY = "leakage.token";

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
        if (desks.length == 0) {
            return "no desk: say which, or * for all; nothing has changed";
        }
        try {
            Role.of(role);
        } catch (IllegalArgumentException e) {
            return e.getMessage() + "; nothing has changed";
        }
        String token = Token.random();
        String hash = HexFormat.of().formatHex(Token.hash(token));
        String name = hash.substring(0, 8);
        admin.getFactoryConfiguration(FACTORY, name, "?").update(new Hashtable<>(Map.of("user", user, "role", role, "desks", desks,
                "sha256", hash)));
        return token + "\nkeep it: only its SHA-256 stays here. leakage:tokenRevoke " + name + " takes it back";
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
        return name(token) + "  " + token.getProperties().get("user") + "  " + token.getProperties().get("role") + "  "
                + (desks instanceof Object[] several ? Arrays.stream(several).map(String::valueOf).collect(Collectors.joining(" "))
                        : desks);
    }
}
