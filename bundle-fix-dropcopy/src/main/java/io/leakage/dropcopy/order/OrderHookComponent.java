package io.leakage.dropcopy.order;

import io.leakage.api.host.AlgoSwitchHook;
import io.leakage.api.host.StrategyNames;
import io.leakage.api.host.SwitchCapability;
import io.leakage.api.host.SwitchListener;
import io.leakage.api.host.SwitchNews;
import io.leakage.api.host.SwitchRequest;
import io.leakage.api.host.SwitchSend;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;

/** Puts one cancel/replace hook a configuration into the framework. No logic lives here. */
@Component(service = {AlgoSwitchHook.class, StrategyNames.class}, immediate = true, configurationPid = "leakage.order.hook",
        configurationPolicy = ConfigurationPolicy.REQUIRE, property = {"leakage.optional:Boolean=true", "service.ranking:Integer=-100"})
@Designate(ocd = OrderHookConfig.class, factory = true)
public final class OrderHookComponent implements AlgoSwitchHook, StrategyNames {
    private final FixCancelReplaceHook hook;

    /** Who hears what becomes of requests; while there is nobody it is in the log. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<SwitchListener> listeners = List.of();

    /**
     * Starts the order session; it logs on when the other side is there.
     *
     * @param config what the administrator said
     * @throws IllegalArgumentException with field, value and what is allowed
     */
    @Activate
    public OrderHookComponent(OrderHookConfig config) {
        hook = ConfiguredHook.hook(config, this::tell);
        hook.start();
    }

    private void tell(SwitchNews news) {
        ConfiguredHook.tell(listeners, news);
    }

    @Override
    public SwitchCapability capability(String broker, String strategy) {
        return hook.capability(broker, strategy);
    }

    @Override
    public String nameOf(String broker, int tag, String value) {
        return hook.nameOf(broker, tag, value);
    }

    @Override
    public SwitchSend send(SwitchRequest request) {
        return hook.send(request);
    }

    /** Logs out and ends the session's threads; requests without an answer are UNKNOWN. */
    @Deactivate
    public void stop() {
        hook.close();
    }
}
