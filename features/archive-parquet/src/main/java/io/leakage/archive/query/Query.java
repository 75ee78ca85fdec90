package io.leakage.archive.query;

import io.leakage.archive.depot.Depot;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** {@code query.sh}: asks the archive in SQL and prints the answer, nothing else, to standard output. */
public final class Query {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int BAD_ARGUMENTS = 2;
    private static final String HELP = """
            Asks the archive in SQL, as DuckDB understands it.

              query.sh [--archive DIR] [--format text|csv|json] [--from DATE] [--to DATE] 'SQL'
              query.sh [--archive DIR] --check

              --archive DIR       the folder of an archive, or s3://BUCKET/PREFIX; default archive
              --format FORMAT     text (default): a table; csv: a header and a record a row; json: one array, an object a row
              --from, --to DATE   looks at these days only, YYYY-MM-DD, both included
              --region, --endpoint, --cache
                                  of a bucket: its region, the address of a store that is not Amazon's, and the folder
                                  that keeps what was fetched
              --check             reads every file and compares it with the manifest

            Views: orders, fills (the newest of each, without busted ones), fills_history, quotes, trades, footprints, scores (the
            newest row of each parent), scores_history, decisions, audit, markouts (a row for each fill and horizon), leagues.
            DESCRIBE fills tells a view's columns. Recipes: features/archive-parquet/docs/cookbook.md.
            """;

    private Query() {
    }

    /** Exits with 0 when all went well, 1 when the archive or the SQL did not, 2 on bad arguments. */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    /** {@return the exit code} */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        if (List.of(arguments).contains("--help")) {
            out.print(HELP);
            return DONE;
        }
        QueryOptions options;
        try {
            options = QueryOptions.of(arguments);
        } catch (IllegalArgumentException e) {
            err.println("query.sh: " + e.getMessage() + "; --help tells the arguments");
            return BAD_ARGUMENTS;
        }
        try (Depot depot = options.depot(); Archive archive = new Archive(depot, options.from(), options.to())) {
            return options.check() ? check(archive, out, err) : ask(archive, options, out, err);
        } catch (IOException | SQLException e) {
            err.println("query.sh: " + e.getMessage());
            return FAILED;
        }
    }

    private static int ask(Archive archive, QueryOptions options, PrintStream out, PrintStream err) throws IOException {
        try {
            Connection views = archive.viewsFor(options.sql());
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            try (Statement statement = views.createStatement()) {
                if (statement.execute(options.sql())) {
                    try (ResultSet rows = statement.getResultSet()) {
                        options.format().print(rows, text);
                    }
                }
            }
            text.flush();
            return DONE;
        } catch (SQLException e) {
            err.println("query.sh: " + e.getMessage());
            archive.damages().forEach(line -> err.println("query.sh: " + line));
            return FAILED;
        }
    }

    private static int check(Archive archive, PrintStream out, PrintStream err) {
        List<String> damages = archive.damages();
        damages.forEach(line -> err.println("query.sh: " + line));
        long rows = archive.manifest().files().stream().mapToLong(file -> file.rows()).sum();
        out.printf("%d files, %d records, %d damaged%n", archive.manifest().files().size(), rows, damages.size());
        return damages.isEmpty() ? DONE : FAILED;
    }
}
