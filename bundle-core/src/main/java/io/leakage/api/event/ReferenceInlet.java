package io.leakage.api.event;

import org.osgi.annotation.versioning.ProviderType;

/**
 * What is known of instruments apart from their market data, as events like any other. Any thread may call. A call waits while the ring is
 * full, so it is nothing for the thread of a user interface.
 */
@ProviderType
public interface ReferenceInlet {
    /**
     * Tells a number; what was told before is forgotten.
     *
     * @param symbol the instrument's, as its feed writes it
     * @param field  which number
     * @param value  in the field's unit, {@link Absent#LONG} when it is no longer known
     * @throws IllegalArgumentException when the field cannot have that value
     */
    void tell(CharSequence symbol, ReferenceField field, long value);

    /**
     * Tells that an instrument belongs to another's reference basket, whose members weigh the same.
     *
     * @param symbol the instrument that is compared
     * @param member one it is compared with; itself alone to make the basket empty
     */
    void compare(CharSequence symbol, CharSequence member);
}
