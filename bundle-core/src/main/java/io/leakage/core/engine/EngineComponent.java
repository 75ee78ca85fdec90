package io.leakage.core.engine;

import io.leakage.api.event.Inlets;
import io.leakage.api.health.AuditTrail;
import io.leakage.api.health.Quarantine;
import io.leakage.api.host.AlgoSwitchHook;
import io.leakage.api.host.OrderTermsReader;
import io.leakage.api.host.ScoreListener;
import io.leakage.api.host.StrategyNames;
import io.leakage.api.host.SuggestionListener;
import io.leakage.api.host.SwitchListener;
import io.leakage.api.score.PastDays;
import io.leakage.api.score.Scorecard;
import io.leakage.core.history.Keeping;
import io.leakage.core.hook.SuggestionHook;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Puts the engine into the framework: {@link Inlets} and {@link Scorecard} as services, {@link ScoreListener}s heard. No logic lives here.
 */
@Component(service = {}, immediate = true, configurationPid = "leakage.engine")
@Designate(ocd = EngineConfig.class)
public final class EngineComponent {
    /** Property of the {@link Inlets} service: the folder of the engine's journal; not there when none is kept. */
    public static final String JOURNAL = "leakage.journal";

    private final LeakageEngine engine;
    private AlgoSwitchHook bound;
    private SuggestionListener suggestions;
    private OrderTermsReader terms;
    private final ServiceRegistration<Scorecard> scorecard;
    private final ServiceRegistration<Inlets> inlets;
    private final ServiceRegistration<Quarantine> quarantine;
    private final ServiceRegistration<SwitchListener> hookNews;
    private final ServiceRegistration<AuditTrail> audit;
    private final ServiceRegistration<JournalShelf> shelf;
    private final DayRuns runs;
    private final ServiceRegistration<PastDays> pastDays;

    /** Starts the engine. */
    @Activate
    public EngineComponent(BundleContext context, EngineConfig config) {
        Path journal = directory(context, config.journal_directory(), "journal");
        Keeping keeping = keeping(config);
        engine = new LeakageEngine(new EngineOptions(config.ring_slots(), config.wait_strategy(), journal,
                directory(context, config.store_directory(), "scores"), config.drop_copy_sync(), config.parents_expected(), keeping));
        runs = new DayRuns(journal, keeping.zone(), engine.scorecard(), (long) config.past_days_megabytes() << 20);
        scorecard = context.registerService(Scorecard.class, engine.scorecard(), null);
        quarantine = context.registerService(Quarantine.class, engine.quarantine(), null);
        audit = context.registerService(AuditTrail.class, engine.audit(), null);
        shelf = context.registerService(JournalShelf.class, engine.shelf(), null);
        pastDays = context.registerService(PastDays.class, runs, null);
        hookNews = context.registerService(SwitchListener.class, engine.hookNews(), null);
        inlets = context.registerService(Inlets.class, engine.inlets(),
                journal == null ? null : FrameworkUtil.asDictionary(Map.of(JOURNAL, journal.toString())));
    }

    private static Keeping keeping(EngineConfig config) {
        try {
            return new Keeping(ZoneId.of(config.journal_zone()), true, config.journal_keep_days(), config.journal_keep_megabytes() << 20);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("journal.zone: a time zone such as UTC or America/New_York, got \"" + config.journal_zone()
                    + "\"", e);
        }
    }

    private static Path directory(BundleContext context, String configured, String inStorage) {
        return switch (configured) {
            case "off" -> null;
            case "" -> context.getDataFile(inStorage).toPath();
            default -> Path.of(configured);
        };
    }

    /** Takes a listener of the host. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addListener(ScoreListener listener) {
        engine.add(listener);
    }

    /** Lets a listener go. */
    public void removeListener(ScoreListener listener) {
        engine.remove(listener);
    }

    /** Takes somebody who knows what algorithms are called. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addNames(StrategyNames names) {
        engine.add(names);
    }

    /** Lets them go. */
    public void removeNames(StrategyNames names) {
        engine.remove(names);
    }

    /** Takes the hook of the highest ranking: a host's own stands before ours. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    public void bindHook(AlgoSwitchHook hook) {
        bound = hook;
        choose();
    }

    /** Lets a hook go. */
    public void unbindHook(AlgoSwitchHook hook) {
        if (bound == hook) {
            bound = null;
            choose();
        }
    }

    /** Takes who shows suggestions, of the highest ranking: while there is no hook, switches are shown there instead of sent. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    public void bindSuggestions(SuggestionListener listener) {
        suggestions = listener;
        choose();
    }

    /** Lets who shows suggestions go. */
    public void unbindSuggestions(SuggestionListener listener) {
        if (suggestions == listener) {
            suggestions = null;
            choose();
        }
    }

    /** A hook, or else who shows suggestions, or else a dry run. */
    private void choose() {
        engine.hook(bound != null ? bound : suggestions != null ? new SuggestionHook(suggestions) : null);
    }

    /** Takes who reads orders' terms, of the highest ranking. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    public void bindTerms(OrderTermsReader reader) {
        terms = reader;
        engine.terms(reader);
    }

    /** Lets a reader of terms go. */
    public void unbindTerms(OrderTermsReader reader) {
        if (terms == reader) {
            engine.terms(null);
        }
    }

    /** Stops the engine: first the door closes, then what is inside runs through. */
    @Deactivate
    public void stop() {
        inlets.unregister();
        scorecard.unregister();
        quarantine.unregister();
        hookNews.unregister();
        audit.unregister();
        shelf.unregister();
        pastDays.unregister();
        runs.close();
        engine.close();
    }
}
