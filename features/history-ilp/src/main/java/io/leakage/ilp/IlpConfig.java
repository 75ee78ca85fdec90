package io.leakage.ilp;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an administrator says of the history in QuestDB. */
@ObjectClassDefinition(name = "Leakage Scorecard: history to QuestDB",
        description = "Writes the history's tables by the Influx line protocol over HTTP; each record is there once.")
@interface IlpConfig {
    @AttributeDefinition(description = "Who writes: unique among all that write to these tables, and the same over restarts.")
    String name() default "questdb";

    @AttributeDefinition(description = "Where the store is, http://host:port.")
    String url() default "http://127.0.0.1:9000";

    @AttributeDefinition(description = "A file that holds the value of the Authorization header, empty for none.")
    String authorization_file() default "";

    @AttributeDefinition(description = "What the tables' names begin with.")
    String table_prefix() default "leakage";

    @AttributeDefinition(description = "Which tables, empty for all: orders, fills, quotes, trades, footprints, scores, decisions, audit.")
    String[] tables() default {"scores", "quotes", "fills", "trades"};
}
