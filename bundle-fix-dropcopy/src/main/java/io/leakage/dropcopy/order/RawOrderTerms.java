package io.leakage.dropcopy.order;

import io.leakage.api.host.OrderRef;
import io.leakage.api.host.OrderTerms;
import io.leakage.api.host.OrderTermsReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads an order's terms from the FIX message that states them: all of the body of a NewOrderSingle (D) or of a request to replace (G), and
 * of a report (8) what is the order's and not the report's. A repeating group is refused, since half an order is not the order. Any thread.
 */
public final class RawOrderTerms implements OrderTermsReader {
    private static final char SOH = '\u0001';
    private static final int PRICE_DECIMALS = 8;
    private static final int MSG_TYPE = 35;
    private static final int ORIG_CL_ORD_ID = 41;
    /** Of a report: HandlInst, ExecInst, Currency, IDs of the security, ExDestination, MinQty, MaxFloor, times in force and the like. */
    private static final Set<Integer> OF_ORDER = Set.of(15, 18, 21, 22, 48, 63, 64, 77, 99, 100, 110, 111, 114, 126, 167, 168, 200, 207,
            210, 211, 388, 389, 432, 526, 528, 529, 583, 847, 848, 849);

    @Override
    public OrderTerms read(OrderRef order, byte[] message) {
        String type = "";
        SortedMap<Integer, String> body = new TreeMap<>();
        for (String field : new String(message, StandardCharsets.ISO_8859_1).split(String.valueOf(SOH))) {
            int tag = tag(field);
            String value = field.substring(field.indexOf('=') + 1);
            type = tag == MSG_TYPE ? value : type;
            if (OrderMessages.GROUPS.contains(tag)) {
                throw new IllegalArgumentException("the order has a repeating group, tag " + tag + ", that cannot be restated");
            }
            if (!OrderMessages.SESSION.contains(tag) && body.put(tag, value) != null) {
                throw new IllegalArgumentException("the order has tag " + tag + " twice, that cannot be restated");
            }
        }
        String id = order.ids().getOrDefault("ClOrdID", "");
        if (id.indexOf('@') >= 0 && !body.containsValue(id)) {
            throw new IllegalArgumentException("the session calls the order otherwise than " + id + ", its ids are its own");
        }
        return switch (type) {
            case "D", "G" -> terms(body, false);
            case "8" -> terms(body, true);
            default -> throw new IllegalArgumentException("expected a message of type D, G or 8, found \"" + type + "\"");
        };
    }

    private static int tag(String field) {
        int equal = field.indexOf('=');
        if (equal < 1 || !field.substring(0, equal).matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException("expected tag=value, found \"" + field + "\"");
        }
        return Integer.parseInt(field.substring(0, equal));
    }

    private static OrderTerms terms(SortedMap<Integer, String> body, boolean report) {
        String price = body.get(44);
        OrderTerms terms = new OrderTerms(code(body, 54, null), must(body, 55), number(must(body, 38), 0), code(body, 40, null),
                price == null ? OrderTerms.NO_PRICE : number(price, PRICE_DECIMALS), code(body, 59, "0"), body.getOrDefault(1, ""),
                others(body, report));
        if (terms.ordType() == '2' && !terms.isPriced()) {
            throw new IllegalArgumentException("a limit order (40=2) without its price (44)");
        }
        return terms;
    }

    private static SortedMap<Integer, String> others(SortedMap<Integer, String> body, boolean report) {
        SortedMap<Integer, String> others = new TreeMap<>(body);
        others.keySet().removeIf(tag -> OrderMessages.OWN.contains(tag) || tag == ORIG_CL_ORD_ID || report && !OF_ORDER.contains(tag));
        return others;
    }

    private static String must(SortedMap<Integer, String> body, int tag) {
        String value = body.get(tag);
        if (value == null) {
            throw new IllegalArgumentException("the message does not state tag " + tag);
        }
        return value;
    }

    private static char code(SortedMap<Integer, String> body, int tag, String absent) {
        String value = absent == null ? must(body, tag) : body.getOrDefault(tag, absent);
        if (value.length() != 1) {
            throw new IllegalArgumentException("tag " + tag + ": one character, found \"" + value + "\"");
        }
        return value.charAt(0);
    }

    private static long number(String text, int decimals) {
        try {
            return new BigDecimal(text).movePointRight(decimals).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException("a number with at most " + decimals + " decimals, found \"" + text + "\"", e);
        }
    }
}
