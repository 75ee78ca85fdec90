package io.leakage.api.health;

/**
 * How far one store has come.
 *
 * @param name     the store's name
 * @param kept     position in the journal up to which it keeps everything
 * @param taken    position up to which it was told
 * @param end      where the journal ends now
 * @param records  records told since it was started
 * @param retries  how often it could not keep them and was asked again
 * @param trouble  why it is behind, as the store said; empty while it is not in trouble
 */
public record HistoryState(String name, long kept, long taken, long end, long records, long retries, String trouble) {
    /** {@return bytes of the journal that it does not keep yet} */
    public long lag() {
        return Math.max(0, end - kept);
    }
}
