package io.leakage.core.engine;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** One desk: which orders are its own. */
@ObjectClassDefinition(name = "Leakage Scorecard: desk",
        description = "Which orders belong to a desk; orders of no desk are shown as unassigned")
public @interface DeskConfig {
    /** {@return its id} */
    @AttributeDefinition(description = "The desk's id, shown in the blotter (equities-us)")
    String id();

    /** {@return its accounts} */
    @AttributeDefinition(description = "Accounts (FIX tag 1) whose orders belong to this desk")
    String[] accounts() default {};

    /** {@return its rules} */
    @AttributeDefinition(description = "File (JSON) of the rules that judge the desk's orders; empty for none of its own")
    String rules() default "";
}
