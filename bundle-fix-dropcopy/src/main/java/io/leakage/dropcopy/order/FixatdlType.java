package io.leakage.dropcopy.order;

import java.math.BigDecimal;

/** A parameter's type: FIXatdl 1.1's {@code xsi:type}, StrategyParameterType (959), and what its values look like. */
enum FixatdlType {
    INT("Int_t", 1, Form.WHOLE), LENGTH("Length_t", 2, Form.WHOLE), NUM_IN_GROUP("NumInGroup_t", 3, Form.WHOLE),
    SEQ_NUM("SeqNum_t", 4, Form.WHOLE), TAG_NUM("TagNum_t", 5, Form.WHOLE), FLOAT("Float_t", 6, Form.DECIMAL),
    QTY("Qty_t", 7, Form.DECIMAL), PRICE("Price_t", 8, Form.DECIMAL), PRICE_OFFSET("PriceOffset_t", 9, Form.DECIMAL),
    AMT("Amt_t", 10, Form.DECIMAL), PERCENTAGE("Percentage_t", 11, Form.DECIMAL), CHAR("Char_t", 12, Form.CHARACTER),
    BOOLEAN("Boolean_t", 13, Form.TEXT), STRING("String_t", 14, Form.TEXT), MULTIPLE_CHAR_VALUE("MultipleCharValue_t", 15, Form.TEXT),
    CURRENCY("Currency_t", 16, Form.TEXT), EXCHANGE("Exchange_t", 17, Form.TEXT), MONTH_YEAR("MonthYear_t", 18, Form.TEXT),
    UTC_TIMESTAMP("UTCTimestamp_t", 19, Form.TEXT), UTC_TIME_ONLY("UTCTimeOnly_t", 20, Form.TEXT),
    LOCAL_MKT_DATE("LocalMktDate_t", 21, Form.TEXT), UTC_DATE_ONLY("UTCDateOnly_t", 22, Form.TEXT), DATA("Data_t", 23, Form.TEXT),
    MULTIPLE_STRING_VALUE("MultipleStringValue_t", 24, Form.TEXT), COUNTRY("Country_t", 25, Form.TEXT),
    LANGUAGE("Language_t", 26, Form.TEXT), TZ_TIME_ONLY("TZTimeOnly_t", 27, Form.TEXT), TZ_TIMESTAMP("TZTimestamp_t", 28, Form.TEXT),
    TENOR("Tenor_t", 29, Form.TEXT);

    private enum Form {
        WHOLE("a whole number"), DECIMAL("a number"), CHARACTER("one character"), TEXT("a text");

        private final String words;

        Form(String words) {
            this.words = words;
        }
    }

    private final String schemaName;
    private final int code;
    private final Form form;

    FixatdlType(String schemaName, int code, Form form) {
        this.schemaName = schemaName;
        this.code = code;
        this.form = form;
    }

    /** {@return the type with this name in the schema, null when there is none} */
    static FixatdlType of(String schemaName) {
        for (FixatdlType type : values()) {
            if (type.schemaName.equals(schemaName)) {
                return type;
            }
        }
        return null;
    }

    /** {@return StrategyParameterType (959)} */
    int code() {
        return code;
    }

    /** {@return whether its values are numbers} */
    boolean isNumber() {
        return form == Form.WHOLE || form == Form.DECIMAL;
    }

    /** {@return what its values look like, for messages} */
    String words() {
        return form.words;
    }

    /** {@return whether a value looks like one of this type} */
    boolean takes(String value) {
        return switch (form) {
            case WHOLE -> value.matches("[-+]?[0-9]{1,18}");
            case DECIMAL -> value.matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?");
            case CHARACTER -> value.length() == 1;
            case TEXT -> !value.isEmpty();
        };
    }

    /** {@return a value of a numeric type as a number} */
    static BigDecimal number(String value) {
        return new BigDecimal(value);
    }
}
