package io.leakage.ui.web;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration {@code leakage.web}. */
@ObjectClassDefinition(id = "leakage.web", name = "Leakage Scorecard: page and HTTP API",
        description = "The scorecard's page and JSON below /leakage/. Address and port are the HTTP service's own configuration.")
public @interface WebConfig {
    /** {@return whether browsers on other machines are answered} */
    @AttributeDefinition(name = "Remote clients", description = "Answer other machines too, over HTTPS only. They always need a "
            + "token or a certificate; leakage:tokenAdd makes a token.")
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

    /** {@return how much a caller may ask} */
    @AttributeDefinition(name = "Requests per second", description = "How many requests a second a person may make, by all their tokens "
            + "together; without a token, an address. More are refused with 429.", min = "1", max = "1000000")
    int requests_per_second() default Allowances.USUAL_PER_SECOND;

    /** {@return how many of a caller's requests are answered at a time} */
    @AttributeDefinition(name = "Requests at once", description = "How many of their requests may be unanswered at a time; each keeps a "
            + "thread. More are refused with 429.", min = "1")
    int requests_at_once() default Allowances.USUAL_AT_ONCE;
}
