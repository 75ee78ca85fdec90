package io.leakage.core.engine;

import io.leakage.api.host.AlgoSwitchHook;
import io.leakage.api.host.OrderRef;
import io.leakage.api.host.OrderTerms;
import io.leakage.api.host.SwitchCapability;
import io.leakage.api.host.SwitchRequest;
import io.leakage.api.host.SwitchSend;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/** An EMS that keeps what it is asked. */
final class SwitchingHost implements AlgoSwitchHook {
    final List<SwitchRequest> requests = Collections.synchronizedList(new ArrayList<>());
    volatile int asked;
    volatile int capabilities;
    volatile boolean hangs;
    volatile RuntimeException failure;
    volatile Error broken;
    volatile Runnable sending = () -> { };
    volatile long quantity = 1_000;
    volatile byte[] message;

    @Override
    public SwitchCapability capability(String broker, String strategy) {
        capabilities++;
        if (broken != null) {
            throw broken;
        }
        return new SwitchCapability(broker, strategy, true, false, Set.of("maxPart"), "");
    }

    @Override
    public SwitchSend send(SwitchRequest request) {
        asked++;
        while (hangs) {
            LockSupport.parkNanos(100_000);
        }
        if (failure != null) {
            throw failure;
        }
        sending.run();
        requests.add(request);
        return SwitchSend.sent("35=G sent for " + request.id());
    }

    OrderTerms read(OrderRef order, byte[] raw) {
        message = raw;
        return new OrderTerms('1', "INST", quantity, '1', OrderTerms.NO_PRICE, '0', "ACC", new TreeMap<>());
    }

    /** Lets a hook that hangs go once the engine's ring has stopped. */
    void release(Thread closing) {
        while (closing.getState() != Thread.State.WAITING) {
            LockSupport.parkNanos(100_000);
        }
        hangs = false;
        try {
            closing.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
