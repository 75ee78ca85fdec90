package io.leakage.ui.web;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration {@code leakage.web}. */
@ObjectClassDefinition(id = "leakage.web", name = "Leakage Scorecard: page and HTTP API",
        description = "The scorecard's page and JSON below /leakage/. Address and port are the HTTP service's own configuration.")
public @interface WebConfig {
    /** {@return whether browsers on other machines are answered} */
    @AttributeDefinition(name = "Remote clients", description = "Answer other machines too. They always need a token; "
            + "leakage:tokenAdd makes one.")
    boolean remote_clients() default false;

    /** {@return names this machine is asked by} */
    @AttributeDefinition(name = "Hosts", required = false, description = "With remote clients: the names browsers may ask for this machine "
            + "by, such as scorecard.example.com. Addresses in numbers always count; another name is refused, since a stranger's name "
            + "may be pointed here.")
    String[] hosts() default {};

    /** {@return how many pages may listen at once} */
    @AttributeDefinition(name = "Streams", description = "How many open pages may listen for changes at once; each costs a thread.",
            min = "1")
    int streams() default 64;
}
