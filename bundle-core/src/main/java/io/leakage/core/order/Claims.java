package io.leakage.core.order;

import io.leakage.api.event.Absent;
import io.leakage.api.event.OrderKey;
import java.util.Arrays;

/** Which desk claims what orders say. One thread. */
final class Claims {
    private static final int KEYS = OrderKey.values().length;

    /** By the key's place, then by the value's name: the desk, {@code Absent.NAME} for none. */
    private final int[][] desks = new int[KEYS][0];

    void claim(int key, int value, int desk, boolean given) {
        int[] claimed = desks[key];
        int before = claimed.length;
        if (value >= before) {
            claimed = Arrays.copyOf(claimed, Math.max(value + 1, before * 2));
            Arrays.fill(claimed, before, claimed.length, Absent.NAME);
            desks[key] = claimed;
        }
        if (given || claimed[value] == desk) {
            claimed[value] = given ? desk : Absent.NAME;
        }
    }

    /** {@return the desk that claims the order, {@code Absent.NAME} when none does} */
    int desk(Order order) {
        int found = Absent.NAME;
        for (int key = 0; key < KEYS && found == Absent.NAME; key++) {
            int value = said(order, key);
            if (value != Absent.NAME && value < desks[key].length) {
                found = desks[key][value];
            }
        }
        return found;
    }

    /** {@return what the order says under the key at this place of {@link OrderKey}} */
    private static int said(Order order, int key) {
        return switch (key) {
            case 0 -> order.account;
            case 1 -> order.client;
            case 2 -> order.broker;
            case 3 -> order.senderSub;
            default -> order.custom;
        };
    }
}
