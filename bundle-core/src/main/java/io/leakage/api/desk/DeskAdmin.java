package io.leakage.api.desk;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Changes desks while everything runs, an OSGi service: each call writes the desk's configuration, as a file or a form does, and the desk
 * follows. It knows nobody: whoever calls has made sure that the person may. Any thread.
 */
@ProviderType
public interface DeskAdmin {
    /**
     * {@return a desk's configuration as a JSON object of its fields, without those of the framework; null when there is none}
     *
     * @param id the desk's id
     * @throws java.io.UncheckedIOException when the framework cannot read it
     */
    String json(String id);

    /**
     * Writes a desk's configuration in place of what there was.
     *
     * @param id   the desk's id
     * @param json an object of its fields; a field left out has its default; {@code id} may be left out
     * @throws RefusedSetting               when it makes no sense; nothing has changed then
     * @throws java.io.UncheckedIOException when the framework cannot keep it
     */
    void put(String id, String json);

    /**
     * Removes a desk's configuration; {@return whether there was one}
     *
     * @param id the desk's id
     * @throws java.io.UncheckedIOException when the framework cannot keep that
     */
    boolean remove(String id);
}
