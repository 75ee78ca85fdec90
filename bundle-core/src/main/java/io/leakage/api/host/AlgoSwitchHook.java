package io.leakage.api.host;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hands an order to another strategy, through the EMS's own pre-trade checks. The EMS implements it and registers it as an OSGi service.
 *
 * <p>Both methods are called on a thread of their own, one call at a time, never on the pipeline's: an implementation may take its
 * time, which delays the next proposal only. What becomes of a request is not returned: it comes back as drop copy, in the reports of the
 * order that was replaced. An exception, or null, counts as refused, and the request is not made again.
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
