package io.leakage.dropcopy.order;

import io.leakage.api.host.AlgoSwitchHook;
import io.leakage.api.host.StrategyNames;
import io.leakage.api.host.SwitchCapability;
import io.leakage.api.host.SwitchListener;
import io.leakage.api.host.SwitchNews;
import io.leakage.api.host.SwitchRequest;
import io.leakage.api.host.SwitchSend;
import io.leakage.api.score.SwitchState;
import io.leakage.dropcopy.fix.DropCopySource;
import io.leakage.dropcopy.fix.LinkEvents;
import io.leakage.dropcopy.fix.LinkMessage;
import io.leakage.dropcopy.fix.LinkReport;
import io.leakage.dropcopy.fix.OrderLink;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Switches by FIX: a cancel/replace (35=G) over the EMS's own order session, so that its pre-trade checks see it, with the whole order
 * restated. It fails closed: what cannot go out now is refused and never kept, what the broker's file does not allow is not asked for, and
 * an order that was asked for something is left alone until there is an answer.
 *
 * <p>Where it is enabled, an order that cannot be replaced is cancelled, and what is left of it sent anew when the cancel was acknowledged,
 * first and in time, with a quantity that agrees with the fills heard. Whatever else is heard, no new order goes out and a person is told.
 *
 * <p>Any thread may call; the listener is called on the threads of the session.
 */
public final class FixCancelReplaceHook implements AlgoSwitchHook, StrategyNames, LinkEvents, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FixCancelReplaceHook.class);
    private static final String DOWN = "the order session is down";

    private final OrderLink link;
    private final OrderMessages messages;
    private final Map<String, FixatdlCapabilities> brokers;
    private final HookLimits limits;
    private final SwitchListener listener;
    private final LongSupplier nanos;
    private final InstantSource wall;
    private final SendLimit rate;
    private final Flights flights;
    private final Queue<SwitchNews> news = new ConcurrentLinkedQueue<>();
    private final Object telling = new Object();

    /**
     * A hook whose session is not started.
     *
     * @param line     the order session
     * @param brokers  what each broker's file allows, by the name requests call it; "" is for requests that name none
     * @param limits   what it keeps to
     * @param listener hears what becomes of requests
     * @param nanos    a clock that never goes back, nanoseconds
     * @param wall     the time of day, for TransactTime (60)
     * @throws IllegalArgumentException when the session speaks FIX 4.2
     */
    public FixCancelReplaceHook(DropCopySource line, Map<String, FixatdlCapabilities> brokers, HookLimits limits, SwitchListener listener,
            LongSupplier nanos, InstantSource wall) {
        this.link = new OrderLink(line, this);
        this.messages = new OrderMessages(line.version());
        this.brokers = Map.copyOf(brokers);
        this.limits = limits;
        this.listener = listener;
        this.nanos = nanos;
        this.wall = wall;
        this.rate = new SendLimit(limits.messagesASecond());
        this.flights = new Flights(limits.answerNanos());
    }

    /** Starts the session, and returns at once. */
    public void start() {
        link.start();
    }

    /** {@return whether the order session stands} */
    public boolean isLoggedOn() {
        return link.isLoggedOn();
    }

    /** {@return where a request stands, null when it did not go out} */
    public SwitchState state(String requestId) {
        return flights.state(requestId);
    }

    @Override
    public String nameOf(String broker, int tag, String value) {
        if (!broker.isEmpty()) {
            return brokers.containsKey(broker) ? brokers.get(broker).nameOf(tag, value) : null;
        }
        List<String> names = brokers.values().stream().map(file -> file.nameOf(tag, value)).filter(Objects::nonNull).distinct().toList();
        return names.size() == 1 ? names.get(0) : null;   // of several it may be any
    }

    @Override
    public SwitchCapability capability(String broker, String strategy) {
        return messages.capability(brokers.get(broker), broker, strategy, limits.cancelsNew());
    }

    @Override
    public SwitchSend send(SwitchRequest request) {
        SwitchCapability can = capability(request.broker(), request.toStrategy());
        String original = request.order().ids().get("ClOrdID");
        if (!can.isAny() || original == null) {
            return SwitchSend.refused(original == null ? "the order has no ClOrdID" : can.reason());
        }
        Flight flight = new Flight(request, original, can.byReplace(), nanos.getAsLong());
        try {
            return go(flight, first(flight, can.byReplace()));
        } catch (IllegalArgumentException e) {
            return SwitchSend.refused(e.getMessage());
        }
    }

    /** @throws IllegalArgumentException when the first message, or the new order that may have to follow it, cannot be said */
    private LinkMessage first(Flight flight, boolean replaces) {
        SwitchRequest request = flight.request();
        FixatdlCapabilities file = brokers.get(request.broker());
        if (replaces) {
            return messages.replace(request, flight.original(), file, wall.instant());
        }
        messages.renew(request, file, request.terms().quantity(), wall.instant());
        return messages.cancel(request, flight.original(), flight.cancelId(), wall.instant());
    }

    private SwitchSend go(Flight flight, LinkMessage message) {
        String objection = admit(flight);
        if (!objection.isEmpty()) {
            return SwitchSend.refused(objection);
        }
        // no lock is held here: QuickFIX/J takes its own, and calls us back under them
        String sent = link.send(message);
        if (sent.isEmpty()) {
            flights.remove(flight);
            return SwitchSend.refused(DOWN);
        }
        return SwitchSend.sent(sent);
    }

    private synchronized String admit(Flight flight) {
        if (!link.isLoggedOn()) {
            return DOWN;
        }
        String objection = flights.objection(flight.request(), flight.original());
        if (objection.isEmpty() && !rate.take(nanos.getAsLong())) {
            objection = tooMany();
        }
        if (objection.isEmpty()) {
            flights.add(flight);
        }
        return objection;
    }

    private String tooMany() {
        return "over " + rate.most() + " messages in a second";
    }

    @Override
    public void going(String clOrdId, int number) {
        flights.going(clOrdId, number);
    }

    @Override
    public void came(LinkReport report) {
        List<Flight> heard = new ArrayList<>();
        news.addAll(flights.hear(report, heard));
        for (Flight flight : heard) {
            long quantity = flights.renew(flight, nanos.getAsLong());
            if (quantity > 0) {
                news.add(renew(flight, quantity));
            }
        }
        tell();
    }

    private SwitchNews renew(Flight flight, long quantity) {
        SwitchRequest request = flight.request();
        synchronized (this) {
            if (!rate.take(nanos.getAsLong())) {
                return flights.notRenewed(flight, tooMany());
            }
        }
        String sent = link.send(messages.renew(request, brokers.get(request.broker()), quantity, wall.instant()));
        return sent.isEmpty() ? flights.notRenewed(flight, DOWN) : flights.renewed(flight, sent);
    }

    @Override
    public void down() {
        news.addAll(flights.down());
        tell();
    }

    /** Tells what has no answer in the time given; called by the session ten times a second. */
    @Override
    public void tick() {
        news.addAll(flights.tick(nanos.getAsLong()));
        tell();
    }

    private void tell() {
        synchronized (telling) {
            for (SwitchNews one = news.poll(); one != null; one = news.poll()) {
                try {
                    listener.onSwitch(one);
                } catch (RuntimeException failed) {
                    LOG.error("the listener failed on {}", one, failed);
                }
            }
        }
    }

    /** Logs out and ends the session's threads. */
    @Override
    public void close() {
        link.close();
    }
}
