package io.leakage.core.desk;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** One desk, as a form shows it; {@code DeskSettings} checks what was filled in. */
@ObjectClassDefinition(name = "Leakage Scorecard: desk",
        description = "One trading desk: which orders are its own, what is switched on for it, and how far automation may go. Saving takes "
                + "effect at once and touches no other desk. What makes no sense is refused, with the reason in the log and under "
                + "leakage:desks; the last good configuration stays in force.")
public @interface DeskConfig {
    /** {@return its id} */
    @AttributeDefinition(name = "Desk",
            description = "The desk's short name as traders see it, such as equities-us: letters, digits, dots, "
            + "dashes. It cannot be changed later; make a new desk instead.")
    String id();

    /** {@return its accounts} */
    @AttributeDefinition(name = "Accounts", required = false, description = "Orders with one of these accounts (FIX tag 1) belong to this "
            + "desk. An account belongs to one desk only. Accounts are looked at first, then clients, brokers, SenderSubIDs and tags.")
    String[] accounts() default {};

    /** {@return its clients} */
    @AttributeDefinition(name = "Clients", required = false,
            description = "Orders of one of these clients (FIX tag 109, or PartyID 448 with "
            + "PartyRole 452=3) belong to this desk, unless their account says otherwise.")
    String[] clients() default {};

    /** {@return its brokers} */
    @AttributeDefinition(name = "Brokers", required = false,
            description = "Orders worked by one of these brokers (FIX tag 76, or PartyID 448 "
            + "with PartyRole 452=1) belong to this desk, unless account or client say otherwise.")
    String[] brokers() default {};

    /** {@return its SenderSubIDs} */
    @AttributeDefinition(name = "SenderSubIDs", required = false,
            description = "Orders sent under one of these SenderSubIDs (FIX tag 50; 57 "
            + "in reports) belong to this desk, unless something above says otherwise.")
    String[] sender_sub_ids() default {};

    /** {@return tags of its own} */
    @AttributeDefinition(name = "Tags", required = false, description = "Orders that carry one of these, written TAG=VALUE such as "
            + "9700=US-EQ, belong to this desk, unless something above says otherwise.")
    String[] custom_tags() default {};

    /** {@return what is on} */
    @AttributeDefinition(name = "Switched on", description = "columns: cells in the blotter. board: the page and its JSON. rules: rules "
            + "judge the orders. switching: rules may propose or send another strategy, as far as the mode allows.", options = {
                @Option(label = "columns", value = "columns"), @Option(label = "board", value = "board"),
                @Option(label = "rules", value = "rules"), @Option(label = "switching", value = "switching")}, cardinality = 4)
    String[] enabled() default {"columns", "board", "rules"};

    /** {@return how far it may go} */
    @AttributeDefinition(name = "Mode",
            description = "How far the scorecard may go. OFF: orders are not judged. OBSERVE: judged and shown. "
            + "ADVISE: a switch is proposed, a trader decides. AUTO: a switch is sent when the rule says so and two people have agreed.",
            options = {@Option(label = "OFF: not judged", value = "OFF"), @Option(label = "OBSERVE: watch only", value = "OBSERVE"),
                @Option(label = "ADVISE: propose to a trader", value = "ADVISE"), @Option(label = "AUTO: send", value = "AUTO")})
    String mode() default "OBSERVE";

    /** {@return its rules} */
    @AttributeDefinition(name = "Rules", required = false, description = "File (JSON) of the rules that judge the desk's orders; empty for "
            + "none of its own.")
    String rules() default "";

    /** {@return most switches of one parent} */
    @AttributeDefinition(name = "Switches per order", min = "0", max = "100",
            description = "How often one parent order may be switched, 0 to "
            + "100.")
    int max_switches_per_parent() default 1;

    /** {@return most switches of the desk} */
    @AttributeDefinition(name = "Switches per desk", min = "0", max = "10000", description = "How many switches the desk may make until a "
            + "named person allows more, 0 to 10000.")
    int max_switches_per_desk() default 20;

    /** {@return most switches in a minute} */
    @AttributeDefinition(name = "Switches per minute", min = "0", max = "600", description = "How many switches the desk may make in one "
            + "minute, 0 to 600.")
    int max_switches_per_minute() default 5;

    /** {@return most messages in a second} */
    @AttributeDefinition(name = "Messages per second", min = "1", max = "1000", description = "How many messages a second may go to the "
            + "order session for this desk, 1 to 1000.")
    int max_messages_per_second() default 5;

    /** {@return time between two switches} */
    @AttributeDefinition(name = "Cooldown", min = "0", max = "86400",
            description = "Seconds that must lie between two switches of the same "
            + "order, 0 to 86400.")
    int cooldown_seconds() default 300;

    /** {@return what must be left of an order} */
    @AttributeDefinition(name = "Minimum remaining",
            description = "Percent of an order that must still be left to make a switch worth while, "
            + "0 to 100.")
    double minimum_remaining_percent() default 15;

    /** {@return how long a proposal waits} */
    @AttributeDefinition(name = "Approval", min = "1", max = "3600",
            description = "Seconds a proposal waits for a trader before it expires, 1 to 3600.")
    int approval_seconds() default 60;

    /** {@return share of its discoveries that may be wrong} */
    @AttributeDefinition(name = "False discovery rate", description = "What share of the orders named leaking may be wrong on average, "
            + "0.001 to 0.5. Smaller names fewer orders, later.")
    double false_discovery_rate() default 0.20;

    /** {@return its people} */
    @AttributeDefinition(name = "People", required = false, description = "Who may do what on this desk, written NAME=ROLE such as "
            + "jane=trader. Roles: trader approves and rejects, risk stops and restarts, admin changes this form. A person may stand "
            + "here several times.")
    String[] users() default {};
}
