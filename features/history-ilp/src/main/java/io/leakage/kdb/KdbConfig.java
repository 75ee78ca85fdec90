package io.leakage.kdb;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an administrator says of the history in kdb+. */
@ObjectClassDefinition(name = "Leakage Scorecard: history to kdb+",
        description = "Publishes the history's tables to a kdb+ tickerplant by .u.upd.")
@interface KdbConfig {
    @AttributeDefinition(description = "Who publishes: the same over restarts.")
    String name() default "kdb";

    @AttributeDefinition(description = "Host of the kdb+ process that has .u.upd.")
    String host() default "127.0.0.1";

    @AttributeDefinition(description = "Its port, 1 to 65535.")
    int port() default 5010;

    @AttributeDefinition(description = "A file that holds user:password, empty for none.")
    String access_file() default "";

    @AttributeDefinition(description = "What the tables' names begin with, PREFIX_scores.")
    String table_prefix() default "leakage";

    @AttributeDefinition(description = "Which tables, empty for all: orders, fills, quotes, trades, footprints, scores, decisions, audit.")
    String[] tables() default {"scores", "quotes", "fills", "trades"};

    @AttributeDefinition(description = "Folder of the positions; empty is the bundle's own.")
    String position_directory() default "";
}
