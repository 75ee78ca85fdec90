package io.leakage.api.host;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hands an order to another strategy, through the EMS's own pre-trade checks. The EMS implements it and registers it as an OSGi service.
 *
 * <p>Both methods are called on a thread of their own, one call at a time, never on the pipeline's. An implementation may take its time,
 * but must return: meanwhile no other switch is asked for or sent, and the engine's stop waits for it. What becomes of a request is not
 * returned: it comes back as drop copy, in the reports of the order that was replaced; what an implementation learns beside that it may
 * tell the {@link SwitchListener} service. An exception, or null, counts as refused, and the request is not made again. Of several services
 * the one of the highest ranking is asked.
 */
@ConsumerType
public interface AlgoSwitchHook {
    /**
     * What could be done; asked when a switch is proposed, before anybody can approve it, so it must not send anything.
     *
     * @param broker   who works the order, as its drop copy names it; empty when that is not told
     * @param strategy the strategy it would be handed to
     * @return never null; {@link SwitchCapability#none} when nothing says that it can be done
     */
    SwitchCapability capability(String broker, String strategy);

    /**
     * Asks for the switch, at most once a request. An implementation that cannot send it now refuses it and keeps nothing for later.
     *
     * @param request the order in full, and what is to change
     * @return how the sending went, never null; says nothing of what the other side made of it
     */
    SwitchSend send(SwitchRequest request);
}
