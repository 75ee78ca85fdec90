package io.leakage.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import quickfix.DataDictionary;

/** What crosses on the line between desk and venue: a buy of 100 at 50.00 rests, and a seller comes while a request is under way. */
class OrderGatewayTest {
    private static final long PRICE = 5_000 * Listing.TICK;
    private static final long MILLISECOND = 1_000_000;

    private final Agenda agenda = new Agenda();
    private final Venue venue = new Venue(agenda, new ItchWriter((bytes, offset, length) -> { }));
    private final List<DeskMessage> dropCopy = new ArrayList<>();
    private final OrderGateway gateway = new OrderGateway(agenda, venue, 7, 0, dropCopy);
    private final Listing listing = new Listing(1, 7);
    private final ParentPlan plan = new ParentPlan("P1", "EQUITY-1", listing.symbol, Side.BUY, 100, 0, MILLISECOND, Style.PASSIVE);
    private final ParentWorker parent = new ParentWorker(plan, listing, agenda, gateway, 7, 0);
    private final ChildOrder child = new ChildOrder(parent, parent.nextId(), 100, PRICE, false);

    private void aSellerComes(long shares) {
        venue.enter(listing, Side.SELL, shares, PRICE, true, null, null);
    }

    private void restThen(Runnable request, long sharesSold) {
        gateway.send(child);
        agenda.runTo(MILLISECOND);
        request.run();
        agenda.after(50_000, () -> aSellerComes(sharesSold));
        agenda.runTo(2 * MILLISECOND);
    }

    private String told() {
        return String.join(" ", dropCopy.stream().map(m -> m.type() + (m.get(150) == null ? "" : m.get(150))).toList());
    }

    @Test
    void aCancelThatComesAfterTheLastFillIsRejected() throws Exception {
        restThen(() -> gateway.cancel(child), 100);

        assertEquals("D 80 F 8F 9", told());
        DeskMessage reject = dropCopy.get(4);
        assertEquals("P1-2", reject.get(11));
        assertEquals("P1-1", reject.get(41));
        assertEquals("1", reject.get(434));
        assertEquals("2", reject.get(39));
        DataDictionary dictionary = new DataDictionary("FIX44.xml");
        dictionary.validate(DropCopySession.fix(reject), true);
    }

    @Test
    void aReplaceThatComesAfterTheLastFillIsRejected() {
        restThen(() -> gateway.replace(child, 200, PRICE), 100);

        assertEquals("D 80 G 8F 9", told());
        assertEquals("2", dropCopy.get(4).get(434));
        assertNull(child.pendingId);
    }

    @Test
    void aFillWhileACancelIsUnderWayCountsUnderTheOldIdAndTheRestIsCancelled() {
        restThen(() -> gateway.cancel(child), 60);

        assertEquals("D 80 F 8F 84", told());
        assertEquals("P1-1", dropCopy.get(3).get(11));
        assertEquals("40", dropCopy.get(3).get(151));
        assertEquals("P1-2", dropCopy.get(4).get(11));
        assertEquals("60", dropCopy.get(4).get(14));
        assertEquals("0", dropCopy.get(4).get(151));
        assertNull(listing.book.best(Side.BUY));
    }

    @Test
    void aReplaceThatReachesTheOtherSideTradesAfterItIsAccepted() {
        venue.enter(listing, Side.SELL, 30, PRICE + Listing.TICK, false, null, null);
        gateway.send(child);
        agenda.runTo(MILLISECOND);
        gateway.replace(child, 100, PRICE + Listing.TICK);
        agenda.runTo(2 * MILLISECOND);

        assertEquals("D 80 G 85 8F", told());
        assertEquals("2", dropCopy.get(4).get(851));
        assertEquals("50.01", dropCopy.get(4).get(31));
        assertEquals(70, listing.book.best(Side.BUY).shares);
        assertTrue(child.resting.live());
    }
}
