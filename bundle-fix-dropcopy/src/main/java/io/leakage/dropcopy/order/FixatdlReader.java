package io.leakage.dropcopy.order;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a FIXatdl 1.1 file, of which layouts, edits and state rules are passed over. One thread, one file. */
final class FixatdlReader {
    private static final String CORE = "http://www.fixprotocol.org/FIXatdl-1-1/Core";
    private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
    private static final int HIGHEST_TAG = 999_999_999;

    private final String file;
    private final XMLStreamReader xml;
    private final Map<String, FixatdlStrategy> strategies = new LinkedHashMap<>();

    /** A reader of a file with this name. */
    FixatdlReader(String file, InputStream in) {
        this.file = file;
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, space) -> InputStream.nullInputStream());
        try {
            this.xml = factory.createXMLStreamReader(in);
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException(file + ":1: XML expected, got " + e.getMessage(), e);
        }
    }

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException with file, line and what was expected
     */
    FixatdlCapabilities read() {
        try {
            root();
            if (!is("Strategies")) {
                throw refused("Strategies of " + CORE + " as the root", xml.getLocalName());
            }
            int identifier = tag("strategyIdentifierTag", true);
            boolean changes = yes("changeStrategyOnCxlRpl");
            boolean group = yes("tag957Support");
            while (next()) {
                if (is("Strategy")) {
                    strategy();
                }
            }
            if (strategies.isEmpty()) {
                throw refused("at least one Strategy", "none");
            }
            return new FixatdlCapabilities(file, identifier, changes, group, strategies);
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? xml.getLocation().getLineNumber() : e.getLocation().getLineNumber();
            throw new IllegalArgumentException(file + ":" + line + ": well-formed XML expected, got " + e.getMessage(), e);
        }
    }

    private void root() throws XMLStreamException {
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.DTD) {
                throw refused("no document type, since entities are not read", "DOCTYPE");
            }
        }
    }

    /** Goes to the next child element of ours; false at the end of the element we are in. */
    private boolean next() throws XMLStreamException {
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw refused("no entities of its own", "&" + xml.getLocalName() + ";");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (is("Strategy") || is("Parameter") || is("EnumPair")) {
                    return true;
                }
                skip();
            }
        }
        return false;
    }

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0;) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private void strategy() throws XMLStreamException {
        String name = needed("name");
        String wireValue = needed("wireValue");
        boolean single = text("fixMsgType").isEmpty() || text("fixMsgType").equals("D");
        Map<String, FixatdlParameter> parameters = new LinkedHashMap<>();
        while (next()) {
            FixatdlParameter parameter = parameter();
            if (parameters.put(parameter.name(), parameter) != null) {
                throw refused("a parameter's name only once in " + name, "\"" + parameter.name() + "\"");
            }
        }
        if (strategies.put(name, new FixatdlStrategy(name, wireValue, single, parameters)) != null) {
            throw refused("a strategy's name only once", "\"" + name + "\"");
        }
    }

    private FixatdlParameter parameter() throws XMLStreamException {
        String name = needed("name");
        FixatdlType type = type();
        int tag = tag("fixTag", false);
        boolean mutable = yes("mutableOnCxlRpl");
        boolean required = text("use").equals("required");
        String constant = text("constValue");
        BigDecimal least = bound("minValue", type);
        BigDecimal most = bound("maxValue", type);
        Set<String> values = new TreeSet<>();
        if (type == FixatdlType.BOOLEAN) {
            values.add(or("trueWireValue", "Y"));
            values.add(or("falseWireValue", "N"));
        }
        while (next()) {
            values.add(needed("wireValue"));
            skip();
        }
        return new FixatdlParameter(name, tag, type, mutable, required, constant, least, most, values);
    }

    private FixatdlType type() {
        String told = xml.getAttributeValue(INSTANCE, "type");
        FixatdlType type = told == null ? null : FixatdlType.of(told.substring(told.indexOf(':') + 1));
        if (type == null) {
            throw refused("xsi:type: a type of FIXatdl 1.1 such as Int_t", told);
        }
        return type;
    }

    private BigDecimal bound(String attribute, FixatdlType type) {
        String told = text(attribute);
        if (told.isEmpty() || !type.isNumber()) {
            return null;
        }
        try {
            return new BigDecimal(told);
        } catch (NumberFormatException e) {
            throw refused(attribute + ": a number", "\"" + told + "\"");
        }
    }

    private int tag(String attribute, boolean needed) {
        String told = needed ? needed(attribute) : text(attribute);
        if (told.isEmpty()) {
            return 0;
        }
        int tag = told.matches("[0-9]{1,9}") ? Integer.parseInt(told) : 0;
        if (tag == 0) {
            throw refused(attribute + ": a tag, 1 to " + HIGHEST_TAG, "\"" + told + "\"");
        }
        return tag;
    }

    private boolean yes(String attribute) {
        String told = text(attribute);
        return switch (told) {
            case "true", "1" -> true;
            case "false", "0", "" -> false;
            default -> throw refused(attribute + ": true or false", "\"" + told + "\"");
        };
    }

    private String or(String attribute, String otherwise) {
        return text(attribute).isEmpty() ? otherwise : text(attribute);
    }

    private String needed(String attribute) {
        String told = text(attribute);
        if (told.isEmpty()) {
            throw refused(attribute + " of " + xml.getLocalName(), "nothing");
        }
        return told;
    }

    private String text(String attribute) {
        String told = xml.getAttributeValue(null, attribute);
        return told == null ? "" : told.trim();
    }

    private boolean is(String element) {
        return xml.getLocalName().equals(element) && CORE.equals(xml.getNamespaceURI());
    }

    private IllegalArgumentException refused(String expected, String got) {
        return new IllegalArgumentException(file + ":" + xml.getLocation().getLineNumber() + ": " + expected + " expected, got " + got);
    }
}
