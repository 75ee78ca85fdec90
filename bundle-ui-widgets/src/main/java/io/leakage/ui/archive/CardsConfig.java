package io.leakage.ui.archive;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration {@code leakage.cards}. */
@ObjectClassDefinition(id = "leakage.cards", name = "Leakage Scorecard: files of ended orders",
        description = "Writes the scorecard of each order that has ended as page, text, JSON and CSV. Without this nothing is written.")
public @interface CardsConfig {
    /** {@return the folder} */
    @AttributeDefinition(name = "Directory", description = "Where to. Made when it does not exist; files of the same order are replaced whole.")
    String directory();
}
