package io.leakage.core.rule.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A JSON value that knows where it stands, so that whatever is wrong with it can be told there. */
final class Node {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private static final int DEEPEST = 64;

    private final String name;
    private final JsonLocation at;
    private final JsonToken token;
    private final String text;
    private final Map<String, Node> fields = new LinkedHashMap<>();
    private final List<Node> elements = new ArrayList<>();

    private Node(String name, JsonParser parser, int depth) throws IOException {
        this.name = name;
        this.at = parser.currentTokenLocation();
        this.token = parser.currentToken();
        this.text = token.isScalarValue() ? parser.getText() : "";
        if (depth > DEEPEST) {
            throw wrong("at most " + DEEPEST + " levels deep", "more");
        }
        if (token == JsonToken.START_OBJECT) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String field = parser.currentName();
                parser.nextToken();
                fields.put(field, new Node(field, parser, depth + 1));
            }
        } else if (token == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(new Node(name + "[" + elements.size() + "]", parser, depth + 1));
            }
        }
    }

    /** {@return the value a text is} */
    static Node parse(String json) {
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() == null) {
                throw new IllegalArgumentException("line 1, column 1: an object, got nothing");
            }
            Node node = new Node("rules", parser, 0);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException(place(parser.currentTokenLocation()) + "the end, got " + parser.getText());
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(place(e.getLocation()) + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalStateException("a string cannot fail to be read", e);
        }
    }

    private static String place(JsonLocation at) {
        return "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
    }

    /** {@return what to throw: this was expected here, and that was found} */
    IllegalArgumentException wrong(String expected, String got) {
        return new IllegalArgumentException(place(at) + name + ": expected " + expected + ", got " + got);
    }

    private IllegalArgumentException wrong(String expected) {
        return wrong(expected, switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> '"' + text + '"';
            default -> text;
        });
    }

    /** Refuses a field that is not one of these. */
    Node only(Set<String> known) {
        if (token != JsonToken.START_OBJECT) {
            throw wrong("an object");
        }
        for (Node field : fields.values()) {
            if (!known.contains(field.name)) {
                throw new IllegalArgumentException(place(field.at) + "field " + field.name + " is not known here, expected one of "
                        + known.stream().sorted().toList());
            }
        }
        return this;
    }

    /** {@return a field's value, null when there is none} */
    Node field(String field) {
        return fields.get(field);
    }

    /** {@return the value of a field that must be there} */
    Node must(String field) {
        if (!fields.containsKey(field)) {
            throw wrong("a field " + field, fields.isEmpty() ? "none" : "only " + fields.keySet());
        }
        return fields.get(field);
    }

    /** {@return the fields, in the order written} */
    Map<String, Node> fields() {
        if (token != JsonToken.START_OBJECT) {
            throw wrong("an object");
        }
        return fields;
    }

    /** {@return the elements, at least one} */
    List<Node> some() {
        if (token != JsonToken.START_ARRAY || elements.isEmpty()) {
            throw token == JsonToken.START_ARRAY ? wrong("at least one element", "none") : wrong("an array");
        }
        return elements;
    }

    /** {@return the elements, none as well} */
    List<Node> elements() {
        if (token != JsonToken.START_ARRAY) {
            throw wrong("an array");
        }
        return elements;
    }

    /** {@return a text that is not blank} */
    String text() {
        if (token != JsonToken.VALUE_STRING || text.isBlank()) {
            throw wrong("a text");
        }
        return text;
    }

    /** {@return text, number or boolean as it is written} */
    String scalar() {
        if (!token.isScalarValue() || token == JsonToken.VALUE_NULL) {
            throw wrong("a text, a number, true or false");
        }
        return text;
    }

    /** {@return a number in a range, ends included} */
    double number(double from, double to) {
        if (!token.isNumeric() || !(Double.parseDouble(text) >= from && Double.parseDouble(text) <= to)) {
            throw wrong(from == -Double.MAX_VALUE ? "a number" : "a number from " + plain(from) + " to " + plain(to));
        }
        return Double.parseDouble(text);
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? String.valueOf((long) number) : String.valueOf(number);
    }

    /** {@return a whole number in a range, ends included} */
    int whole(int from, int to) {
        if (token != JsonToken.VALUE_NUMBER_INT || !(Double.parseDouble(text) >= from && Double.parseDouble(text) <= to)) {
            throw wrong("a whole number from " + from + " to " + to);
        }
        return Integer.parseInt(text);
    }

    /** {@return true or false} */
    boolean bool() {
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw wrong("true or false");
        }
        return token == JsonToken.VALUE_TRUE;
    }

    /** {@return whether it is a number} */
    boolean isNumber() {
        return token.isNumeric();
    }

    /** {@return the constant it names} */
    <T extends Enum<T>> T one(Class<T> of, Set<T> among) {
        String given = text();
        return among.stream().filter(each -> each.name().equals(given)).findFirst()
                .orElseThrow(() -> wrong("one of " + among.stream().sorted().toList()));
    }

    /** {@return a time written like 250ms, 5s, 5m, 1h, in nanoseconds} */
    long nanos() {
        String given = text();
        int digits = 0;
        while (digits < given.length() && Character.isDigit(given.charAt(digits))) {
            digits++;
        }
        long unit = switch (given.substring(digits)) {
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            case "m" -> 60_000_000_000L;
            case "h" -> 3_600_000_000_000L;
            default -> 0;
        };
        if (digits == 0 || digits > 6 || unit == 0) {
            throw wrong("a time such as 250ms, 5s, 5m or 1h");
        }
        return Long.parseLong(given.substring(0, digits)) * unit;
    }

    /** {@return its name} */
    String name() {
        return name;
    }
}
