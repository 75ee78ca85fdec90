package io.leakage.api.score;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Switches as they stand, and who may switch. Any thread may call; what is returned does not change any more. */
@ProviderType
public interface SwitchReadings {
    /** {@return every switch as it stands now, the oldest first; of very many the newest} */
    List<AlgoSwitch> all();

    /** {@return an order's switches as they stand now, the oldest first} */
    default List<AlgoSwitch> of(int parent) {
        return all().stream().filter(one -> one.parent() == parent).toList();
    }

    /** {@return a switch as it stands now, null when there is none with this number} */
    AlgoSwitch find(long number);

    /** {@return what came of the order after a switch was proposed or withheld, null when there is none with this number} */
    SwitchOutcome outcome(long number);

    /** {@return what rules have saved by switching, one for each rule of a desk and pair of strategies, the first decided first} */
    List<SwitchSaving> savings();

    /** {@return the desks that switch or may be stopped, as they stand now; −1 is the firm, once it was killed} */
    List<SwitchDesk> desks();

    /** {@return the trader who took an order over, empty when nobody did} */
    String takenOver(int parent);

    /** {@return what kept rules that stand from a switch, the oldest first; of very many the newest} */
    List<Objection> objections();
}
