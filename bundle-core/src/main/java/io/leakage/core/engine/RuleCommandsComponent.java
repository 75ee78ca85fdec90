package io.leakage.core.engine;

import io.leakage.api.event.Inlets;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.Verdict;
import io.leakage.api.score.VerdictText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code leakage:rules}, {@code leakage:rulesOff}, {@code leakage:rulesTry} and {@code leakage:verdicts} in the Gogo shell. Any thread may
 * call.
 */
@Component(service = RuleCommandsComponent.class, property = {"osgi.command.scope=leakage", "osgi.command.function=rules",
    "osgi.command.function=rulesOff", "osgi.command.function=rulesTry", "osgi.command.function=verdicts"})
public final class RuleCommandsComponent {
    private static final String ALL = "all";

    private final Inlets inlets;
    private final Scorecard scorecard;

    /** For the framework. */
    @Activate
    public RuleCommandsComponent(@Reference Inlets inlets, @Reference Scorecard scorecard) {
        this.inlets = inlets;
        this.scorecard = scorecard;
    }

    /**
     * Puts rules in force, in place of a desk's earlier ones.
     *
     * @param desk the desk's id, {@code all} for every desk without rules of its own
     * @param file JSON
     * @return that they are in force, or why not
     */
    public String rules(String desk, String file) {
        try {
            inlets.desk().rules(desk(desk), Files.readString(Path.of(file)));
            return file + " is in force for " + desk;
        } catch (IOException | IllegalArgumentException e) {
            return file + ": " + e.getMessage() + "; the earlier rules stay in force";
        }
    }

    /**
     * Takes a desk's rules away.
     *
     * @param desk its id, {@code all} for those of every desk without rules of its own
     * @return that they are gone
     */
    public String rulesOff(String desk) {
        inlets.desk().rules(desk(desk), null);
        return "no rules for " + desk;
    }

    /**
     * Judges a recorded day by other rules, without touching what runs.
     *
     * @param file      JSON; for every desk, in place of the rules in the recording
     * @param directory a journal's directory
     * @return what would have fired and ended, or why nothing can be said
     */
    public String rulesTry(String file, String directory) {
        try {
            ReplayEngine day = new ReplayEngine();
            day.replayUnder(Files.readString(Path.of(file)), Path.of(directory));
            return text(day.scorecard(), day.scorecard().verdicts());
        } catch (IOException | IllegalArgumentException e) {
            return file + ": " + e.getMessage();
        }
    }

    /** {@return which rules fired and ended, oldest first} */
    public String verdicts() {
        return text(scorecard, scorecard.verdicts());
    }

    private static String text(Scorecard scorecard, List<Verdict> verdicts) {
        long fired = verdicts.stream().filter(Verdict::fired).count();
        return verdicts.stream().map(verdict -> VerdictText.of(scorecard, verdict) + "\n").collect(Collectors.joining())
                + fired + " times a rule fired on " + scorecard.parents() + " orders";
    }

    private static String desk(String desk) {
        return ALL.equals(desk) ? null : desk;
    }
}
