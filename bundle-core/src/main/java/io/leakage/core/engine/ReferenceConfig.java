package io.leakage.core.engine;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Reference data from a file. */
@ObjectClassDefinition(name = "Leakage Scorecard: reference data",
        description = "Volatility, daily volume, opening and closing prices, beta and basket of instruments; measures that need one that is not "
                + "there say so")
public @interface ReferenceConfig {
    /** {@return the file} */
    @AttributeDefinition(description = "Comma-separated, first line the names of columns: symbol, volatility, daily_volume, prior_close, open, "
            + "close, beta, basket, impact_factor, impact_exponent")
    String file();
}
