package io.leakage.marketdata.feed;

import io.leakage.api.event.Inlets;
import io.leakage.api.event.RawDoor;
import io.leakage.api.event.RawInlet;
import io.leakage.api.event.WhenFull;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The side way in, for firms whose market data comes from Kafka; live feeds are {@link FeedComponent}'s. Reads what others received:
 * {@code itch50}, a message of ITCH 5.0 each, and {@code mold-udp}, a MoldUDP64 packet each.
 * Settings: {@code zone}, whose midnight times are counted from, and {@code date}, the day, where it is not that of the messages' receipt.
 */
@Component(service = RawDoor.class)
public final class FeedDoorComponent implements RawDoor {
    private static final String ITCH = "itch50";
    private static final String MOLD = "mold-udp";

    private final Inlets inlets;

    /** @param inlets the core's front door */
    @Activate
    public FeedDoorComponent(@Reference Inlets inlets) {
        this.inlets = inlets;
    }

    @Override
    public Set<String> protocols() {
        return Set.of(ITCH, MOLD);
    }

    @Override
    public RawInlet open(String protocol, String source, Map<String, String> settings) {
        Set<String> strangers = new TreeSet<>(settings.keySet());
        strangers.removeAll(Set.of("zone", "date"));
        if (!protocols().contains(protocol) || !strangers.isEmpty()) {
            throw new IllegalArgumentException("settings of itch50 and mold-udp: zone and date, got " + strangers + " of " + protocol);
        }
        VenueDay day = day(settings);
        ItchToInlet itch = new ItchToInlet(inlets.market(source, WhenFull.WAIT), day);
        return protocol.equals(ITCH) ? new ItchMessages(itch, day) : new MoldPackets(itch, day);
    }

    private static VenueDay day(Map<String, String> settings) {
        String date = settings.getOrDefault("date", "");
        try {
            ZoneId zone = ZoneId.of(settings.getOrDefault("zone", "America/New_York"));
            return date.isEmpty() ? VenueDay.live(zone) : VenueDay.of(LocalDate.parse(date), zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("zone and date: a zone such as America/New_York and a day such as 2026-01-30, got \""
                    + settings.get("zone") + "\" and \"" + date + "\"", e);
        }
    }
}
