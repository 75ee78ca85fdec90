package io.leakage.marketdata.feed;

import io.leakage.api.event.Inlets;
import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.WhenFull;
import io.leakage.api.health.FeedHealth;
import io.leakage.api.health.FeedState;
import io.leakage.marketdata.wire.LiveSink;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts one feed into the framework per configuration {@code leakage.market.feed}. A configuration that makes no sense is refused; a port
 * or file that cannot be had is told, and the component waits for a better configuration.
 */
@Component(immediate = true, service = FeedHealth.class, configurationPid = "leakage.market.feed",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = FeedConfig.class, factory = true)
public final class FeedComponent implements FeedHealth {
    private static final Logger LOG = LoggerFactory.getLogger(FeedComponent.class);

    private final Feed feed;

    /**
     * Starts the feed.
     *
     * @param inlets the core's front door
     * @param config what to receive
     * @throws IllegalArgumentException when the configuration makes no sense, naming field, value and what was expected
     */
    @Activate
    public FeedComponent(@Reference Inlets inlets, FeedConfig config) {
        feed = open(inlets, FeedSettings.of(config));
    }

    /** Stops the feed; its thread has ended when this returns. */
    @Deactivate
    public void close() {
        try {
            feed.close();
        } catch (IOException e) {
            LOG.warn("a feed did not close cleanly", e);
        }
    }

    @Override
    public FeedState state() {
        return feed.state();
    }

    private static Feed open(Inlets inlets, FeedSettings settings) {
        MarketInlet inlet = inlets.market(settings.name(), settings.file() == null ? WhenFull.DROP : WhenFull.WAIT);
        try {
            return switch (settings.transport()) {
                case "file" -> FileFeed.open(settings, inlet);
                case "soup-tcp" -> SoupTcpReceiver.open(settings.name(), settings.live(), new ItchToInlet(inlet, settings.day()));
                default -> UdpReceiver.open(settings.name(), settings.framing(), settings.live(), sink(settings, inlet));
            };
        } catch (IOException e) {
            LOG.error("{}; the feed is down until its configuration changes", e.getMessage());
            return new DownFeed(settings.name(), settings.transport(), e.getMessage());
        }
    }

    private static LiveSink sink(FeedSettings settings, MarketInlet inlet) {
        return switch (settings.framing()) {
            case MOLD -> new ItchToInlet(inlet, settings.day());
            case IEX_DEEP -> IexToInlet.deep(inlet);
            case IEX_TOPS -> IexToInlet.tops(inlet);
        };
    }
}
