package io.leakage.desk;

import io.leakage.api.score.Scorecard;
import io.leakage.api.score.SwitchSaving;
import io.leakage.api.score.Verdict;
import io.leakage.api.score.VerdictText;
import io.leakage.marketdata.feed.FeedFormat;
import io.leakage.ui.league.By;
import io.leakage.ui.league.League;
import io.leakage.ui.text.LeagueJson;
import io.leakage.ui.text.LeagueText;
import io.leakage.ui.text.SavedText;
import io.leakage.ui.text.ScorecardCsv;
import io.leakage.ui.text.ScorecardJson;
import io.leakage.ui.text.ScorecardText;
import io.leakage.ui.text.VerdictJson;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/** {@code replay.sh}: scores a recorded day from files and prints the final scorecards, nothing else, to standard output. */
public final class Replay {
    private static final int DONE = 0;
    private static final int NOTHING_READABLE = 1;
    private static final int BAD_ARGUMENTS = 2;
    private static final String PROGRESS = "leakage.progress";
    private static final String HELP = """
            Scores a recorded day: plays market data and drop copy from files, or what an engine has recorded in its journal, through
            the same pipeline as live and prints the final scorecards.

              replay.sh --market FILE --orders FIXLOG [--format text|json|csv] [--date YYYY-MM-DD] [--zone ZONE]
                        [--feed NAME] [--parent-tag N] [--reference FILE] [--cards DIR]
                        [--leagues [MEASURE[/BY]]] [--rules FILE] [--footprints ORDER]
              replay.sh --journal DIR [--from TIME] [--to TIME] [--format text|json|csv] [--zone ZONE] [--cards DIR]
                        [--leagues [MEASURE[/BY]]] [--rules FILE] [--footprints ORDER]

              --market FILE       a recording; what gzip or zstd packed is unpacked
              --orders FIXLOG     raw FIX messages (35=D, F, G, 8, 9), one a line, SOH or | between fields, with or without a time
                                  before 8=FIX as QuickFIX logs have
              --journal DIR       an engine's journal directory; its rows come out as they were, byte for byte
              --from TIME         only orders that worked then or came later; what was before is replayed, and not printed
              --to TIME           as all was known then: ends before the first market event or reading of the clock that is later.
                                  TIME is YYYY-MM-DD, YYYY-MM-DDTHH:MM[:SS] in the zone, or with a Z behind in UTC
              --format FORMAT     text (default): a line a parent; json: one array, an object a parent; csv: a header and a
                                  record a parent
              --date YYYY-MM-DD   the venue's day; default: the day of the first TransactTime in the FIX log, in the venue's zone
              --zone ZONE         the venue's time zone; default America/New_York
              --feed NAME         what the market file holds, where neither its first bytes nor its name (.itch50, .itch) tell:
            FORMATS
              --parent-tag N      the tag in which an order names its parent's ClOrdID; default 526
              --reference FILE    what is known of the instruments apart from the day, comma-separated, the first line the names
                                  of columns: symbol, volatility, daily_volume, prior_close, open, close, beta, basket (symbols
                                  between blanks), impact_factor, impact_exponent; measures that need one not there say so
              --cards DIR         also writes each parent's scorecard as a page to print, text and JSON, and all of them and their
                                  fills as CSV, to this folder
              --leagues           prints, instead of the scorecards, how fills (footprints) compare by BY (BYS) in a measure of them;
                                  default markout_1s/venue
              --rules FILE        prints, instead of the scorecards, which rules of FILE (JSON) would have fired and ended: when, on
                                  which order, with which numbers
              --footprints ORDER  prints, instead of the scorecards, every footprint of an order as CSV: what became of it at each
                                  horizon, its response, its placebos, its rank among them, and E after it

            An order that others name as parent is a parent; an order nobody names and that names nobody is its own parent.
            What cannot be read is told on standard error with file, line or byte and what was expected, and the rest goes on.
            Exit code: 0 scored; 1 nothing could be scored (no order or no market message was readable, or a file failed midway);
            2 an argument is wrong or a file is missing.
            """.replace("BYS", By.ids()).replace("FORMATS", FeedFormat.help("                                  "));

    private Replay() {
    }

    /**
     * Runs the command and exits.
     *
     * @param arguments see the help text
     */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    /**
     * Runs the command.
     *
     * @param arguments as on the command line
     * @param out       gets the scorecards or the help
     * @param err       gets what was wrong, and a progress line when the property {@code leakage.progress} is true
     * @return the exit code: 0 scored, 1 nothing could be scored, 2 bad arguments
     */
    public static int run(String[] arguments, OutputStream out, PrintStream err) {
        try {
            if (Arrays.asList(arguments).contains("--help") || Arrays.asList(arguments).contains("-h")) {
                out.write(HELP.getBytes(StandardCharsets.UTF_8));
                out.flush();
                return DONE;
            }
            return score(ReplayOptions.of(arguments), out, err);
        } catch (IllegalArgumentException e) {
            err.println("replay: " + e.getMessage() + " (--help shows the arguments)");
            return BAD_ARGUMENTS;
        } catch (IOException e) {
            err.println("replay: " + e);
            return NOTHING_READABLE;
        }
    }

    private static int score(ReplayOptions options, OutputStream out, PrintStream err) throws IOException {
        boolean progress = Boolean.getBoolean(PROGRESS);
        Consumer<String> problems = problem -> err.println((progress ? "\r\033[K" : "") + "replay: " + problem);
        Consumer<String> line = told -> {
            if (progress) {
                err.print("\r\033[K" + told);
                err.flush();
            }
        };
        return options.journal() == null ? files(options, new ReplayDay(options, problems, line), out, err, line)
                : journal(options, new JournalDay(options, problems, line), out, err, line);
    }

    private static int files(ReplayOptions options, ReplayDay day, OutputStream out, PrintStream err, Consumer<String> line)
            throws IOException {
        Scorecard scorecard = day.play();
        line.accept("");
        if (options.footprints() != null) {
            return footprints(options, day.footprints(options.footprints()), out, err);
        }
        print(options, scorecard, out, err);
        if (day.marketMessages() == 0 || day.orderMessages() == 0) {
            err.println("replay: read " + day.marketMessages() + " market messages of " + options.market() + " and " + day.orderMessages()
                    + " order messages of " + options.orders() + ", expected at least one of each");
            return NOTHING_READABLE;
        }
        return DONE;
    }

    private static int journal(ReplayOptions options, JournalDay day, OutputStream out, PrintStream err, Consumer<String> line)
            throws IOException {
        Scorecard scorecard = day.play();
        line.accept("");
        if (options.footprints() != null) {
            return footprints(options, day.footprints(options.footprints()), out, err);
        }
        print(options, scorecard, out, err);
        if (day.events() == 0) {
            err.println("replay: read no event of " + options.journal() + ", expected at least one");
            return NOTHING_READABLE;
        }
        return DONE;
    }

    private static void print(ReplayOptions options, Scorecard scorecard, OutputStream out, PrintStream err) throws IOException {
        if (options.rules() != null) {
            printVerdicts(options.format(), scorecard, out);
        } else if (options.league() == null) {
            printScores(options, scorecard, out);
        } else {
            League league = League.of(scorecard, options.league().measure(), options.league().by());
            String text = options.format() == ReplayOptions.Format.JSON ? LeagueJson.of(league) : LeagueText.of(league);
            out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
        if (options.cards() != null) {
            err.println("replay: " + CardFolder.write(options.cards(), scorecard) + " scorecards are in "
                    + options.cards().toAbsolutePath());
        }
    }

    private static void printVerdicts(ReplayOptions.Format format, Scorecard scorecard, OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder();
        if (format == ReplayOptions.Format.JSON) {
            text.append(VerdictJson.of(scorecard)).append('\n');
        } else {
            scorecard.verdicts().forEach(verdict -> text.append(VerdictText.of(scorecard, verdict)).append('\n'));
            long fired = scorecard.verdicts().stream().filter(Verdict::fired).count();
            text.append(fired).append(" times a rule fired on ").append(scorecard.parents()).append(" orders\n");
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static int footprints(ReplayOptions options, String footprints, OutputStream out, PrintStream err) throws IOException {
        if (footprints == null) {
            err.println("replay: no order has the id " + options.footprints());
            return NOTHING_READABLE;
        }
        out.write(footprints.getBytes(StandardCharsets.UTF_8));
        out.flush();
        return DONE;
    }

    private static void printScores(ReplayOptions options, Scorecard scorecard, OutputStream out) throws IOException {
        if (options.format() == ReplayOptions.Format.JSON) {
            new ScorecardJson(scorecard).writeAll(out, options.span()::has);
            out.write('\n');
            out.flush();
            return;
        }
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        if (options.format() == ReplayOptions.Format.CSV) {
            new ScorecardCsv(scorecard).writeAll(text, options.span()::has);
        } else {
            new ScorecardText(scorecard).writeAll(text, options.span()::has);
            for (SwitchSaving saving : scorecard.switches().savings()) {
                text.append(SavedText.of(scorecard, saving)).append('\n');
            }
        }
        text.flush();
    }
}
