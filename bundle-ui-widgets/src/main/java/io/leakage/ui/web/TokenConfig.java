package io.leakage.ui.web;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** One token. */
@ObjectClassDefinition(name = "Leakage Scorecard: token",
        description = "Lets one person or program use the HTTP API, by a token or by the certificate they come with. Only the token's "
                + "SHA-256 is kept: leakage:tokenAdd makes a token, shows it once and fills in this form. Deleting it revokes the token or "
                + "the certificate at once. As soon as there is one, nobody reads without.")
public @interface TokenConfig {
    /** {@return whose it is} */
    @AttributeDefinition(name = "User", description = "Whose token it is, as desks name their people and the audit names who did what.")
    String user();

    /** {@return what it allows} */
    @AttributeDefinition(name = "Role",
            description = "viewer looks; trader also approves, rejects, takes over and stops; admin also changes "
            + "desks, and does not trade.")
    String role() default "viewer";

    /** {@return where} */
    @AttributeDefinition(name = "Desks", description = "The desks it is for, by their ids; * for all, and for orders of no desk.")
    String[] desks();

    /** {@return its hash} */
    @AttributeDefinition(name = "SHA-256", required = false,
            description = "SHA-256 of the token, 64 hexadecimal digits. The token itself is kept nowhere.")
    String sha256() default "";

    /** {@return whose certificate stands for a token} */
    @AttributeDefinition(name = "Certificate", required = false, description = "Instead of a token: the subject of a client's certificate, "
            + "such as CN=jane,O=Example. Whom to believe that says the HTTP service's trust store.")
    String certificate() default "";
}
