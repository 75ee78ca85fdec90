package io.leakage.api.health;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Drop-copy messages that could not be read, and executions that contradict what was told before, which stands; kept on disk as they came.
 * An OSGi service. Any thread.
 */
@ProviderType
public interface Quarantine {
    /** {@return how many there are, those of earlier runs included; unlike {@code Progress.quarantined} contradictions count too} */
    long count();

    /**
     * The newest of them, oldest first.
     *
     * @param most how many at most; no more than 1,000 can be had
     * @return what and why; the bytes are read from disk here and now
     */
    List<QuarantinedMessage> newest(int most);
}
