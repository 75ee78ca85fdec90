package io.leakage.ui.web;

import java.util.Arrays;
import java.util.LinkedHashSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** A token for as long as its configuration is there. No logic lives here. */
@Component(service = {}, immediate = true, configurationPid = "leakage.token",
        configurationPolicy = ConfigurationPolicy.REQUIRE, property = "leakage.optional=true")
@Designate(ocd = TokenConfig.class, factory = true)
public final class TokenComponent {
    private final Callers callers;
    private final Token token;

    /** The token counts from now on. */
    @Activate
    public TokenComponent(@Reference CallersComponent callers, TokenConfig config) {
        this.callers = callers.callers();
        this.token = new Token(config.user(), Role.of(config.role()), new LinkedHashSet<>(Arrays.asList(config.desks())),
                config.sha256().isEmpty() ? null : Token.bytes(config.sha256()),
                config.certificate().isEmpty() ? null : Token.subject(config.certificate()));
        this.callers.add(token);
    }

    /** It no longer does. */
    @Deactivate
    public void revoke() {
        callers.remove(token);
    }
}
