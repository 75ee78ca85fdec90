package io.leakage.core.engine;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an administrator may set of the engine. */
@ObjectClassDefinition(name = "Leakage Scorecard: engine", description = "The ring, the journal and the score store")
public @interface EngineConfig {
    /** {@return slots of the ring} */
    @AttributeDefinition(description = "Slots of the ring between feeds and scores, a power of two; each about 130 bytes, 600 once an order message has gone through it")
    int ring_slots() default 16384;

    /** {@return how threads wait} */
    @AttributeDefinition(description = "How the scorecard's threads wait for work: BLOCKING costs no core and some 10 microseconds, "
            + "PHASED and YIELDING spin first, BUSY_SPIN takes two whole cores")
    EngineOptions.Wait wait_strategy() default EngineOptions.Wait.BLOCKING;

    /** {@return journal directory} */
    @AttributeDefinition(description = "Directory of the journal; empty: inside the framework's storage; \"off\": none, "
            + "nothing survives a stop")
    String journal_directory() default "";

    /** {@return where the journal's days begin} */
    @AttributeDefinition(description = "Time zone at whose midnight the journal begins another day, such as UTC or America/New_York")
    String journal_zone() default "UTC";

    /** {@return how many days are kept} */
    @AttributeDefinition(description = "How many days the journal keeps, today among them; 0 for all. What an order that still works needs "
            + "is kept for longer")
    int journal_keep_days() default 0;

    /** {@return how much is kept} */
    @AttributeDefinition(description = "How many megabytes of days before today the journal keeps at most; 0 for no limit")
    long journal_keep_megabytes() default 0;

    /** {@return memory for past days} */
    @AttributeDefinition(description = "How many megabytes the orders of past days that somebody asked for may take in memory; those not "
            + "asked for the longest are forgotten first, and read again when they are asked for")
    int past_days_megabytes() default 256;

    /** {@return store directory} */
    @AttributeDefinition(description = "Directory of the score store; empty: inside the framework's storage; \"off\": in memory only")
    String store_directory() default "";

    /** {@return whether drop copies are forced to disk} */
    @AttributeDefinition(description = "Whether every drop-copy message is forced to the disk before it is acknowledged, so that it "
            + "survives a power cut (about 0.1 ms a message)")
    boolean drop_copy_sync() default true;

    /** {@return parents a day} */
    @AttributeDefinition(description = "Parent orders expected a day; sizes the score store")
    int parents_expected() default 10000;
}
