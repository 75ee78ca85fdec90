package io.leakage.ui.web;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration {@code leakage.web}. */
@ObjectClassDefinition(id = "leakage.web", name = "Leakage Scorecard: page and HTTP API",
        description = "The scorecard's page and JSON below /leakage/. Address and port are the HTTP service's own configuration.")
public @interface WebConfig {
    /** {@return whether browsers on other machines are answered} */
    @AttributeDefinition(name = "Remote clients", description = "Answer browsers on other machines too. There is no log-in yet: whoever "
            + "reaches the port reads every desk's orders.")
    boolean remote_clients() default false;

    /** {@return how many pages may listen at once} */
    @AttributeDefinition(name = "Streams", description = "How many open pages may listen for changes at once; each costs a thread.",
            min = "1")
    int streams() default 64;
}
