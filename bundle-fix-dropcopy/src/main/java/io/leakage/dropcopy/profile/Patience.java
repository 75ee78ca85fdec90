package io.leakage.dropcopy.profile;

/**
 * How long a source lets wait, in seconds of event time.
 *
 * @param acknowledgement an order that nobody has answered for so long is not counted as working any more
 * @param correction      a correction whose execution did not come for so long is a conflict
 * @param idReuse         an order that is over and silent for so long may give its id to a new one
 */
public record Patience(int acknowledgement, int correction, int idReuse) {
}
