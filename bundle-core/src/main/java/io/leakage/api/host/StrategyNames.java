package io.leakage.api.host;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Tells what people call an algorithm of which messages tell a value only, such as TargetStrategy (847) {@code 1003}. We ship two that
 * register themselves: a broker's FIXatdl file, and the table of a drop copy's profile; a host that knows more registers its own. Where two
 * say different names none is shown. Any thread may call, perhaps many times a second: it must not wait.
 */
@ConsumerType
@FunctionalInterface
public interface StrategyNames {
    /**
     * What is it called?
     *
     * @param broker the executing broker, empty when that is not told
     * @param tag    the tag that told the value, 847 as a rule
     * @param value  the value on the wire
     * @return its name for a person, null when unknown
     */
    String nameOf(String broker, int tag, String value);
}
