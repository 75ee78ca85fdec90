package io.leakage.archive.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** How an answer is printed. */
enum Format {
    /** A table for a person: real numbers with up to four decimals, nothing where there is nothing. */
    TEXT {
        @Override
        void print(ResultSet rows, Writer out) throws SQLException, IOException {
            List<String[]> lines = new ArrayList<>();
            lines.add(names(rows));
            while (rows.next()) {
                String[] line = new String[lines.get(0).length];
                for (int i = 0; i < line.length; i++) {
                    line[i] = shown(rows.getObject(i + 1));
                }
                lines.add(line);
            }
            align(lines, numeric(rows), out);
        }
    },
    /** RFC 4180: a header and a record a row, numbers in full. */
    CSV {
        @Override
        void print(ResultSet rows, Writer out) throws SQLException, IOException {
            record(names(rows), out);
            String[] line = new String[rows.getMetaData().getColumnCount()];
            while (rows.next()) {
                for (int i = 0; i < line.length; i++) {
                    Object value = rows.getObject(i + 1);
                    line[i] = value == null ? "" : value.toString();
                }
                record(line, out);
            }
        }
    },
    /** One array, an object a row; null where there is nothing. */
    JSON {
        @Override
        void print(ResultSet rows, Writer out) throws SQLException, IOException {
            String[] names = names(rows);
            try (JsonGenerator json = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                    .createGenerator(out)) {
                json.writeStartArray();
                while (rows.next()) {
                    json.writeStartObject();
                    for (int i = 0; i < names.length; i++) {
                        json.writeFieldName(names[i]);
                        write(json, rows.getObject(i + 1));
                    }
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            out.write('\n');
        }
    };

    private static final int DECIMALS = 4;

    abstract void print(ResultSet rows, Writer out) throws SQLException, IOException;

    private static String[] names(ResultSet rows) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        String[] names = new String[columns.getColumnCount()];
        for (int i = 0; i < names.length; i++) {
            names[i] = columns.getColumnLabel(i + 1);
        }
        return names;
    }

    private static boolean[] numeric(ResultSet rows) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        boolean[] numeric = new boolean[columns.getColumnCount()];
        for (int i = 0; i < numeric.length; i++) {
            numeric[i] = columns.getColumnTypeName(i + 1).matches(".*INT.*|DOUBLE|FLOAT|DECIMAL.*");
        }
        return numeric;
    }

    private static String shown(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double real && !real.isNaN() && !real.isInfinite()) {
            return BigDecimal.valueOf(real).setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
        }
        return value.toString();
    }

    private static void align(List<String[]> lines, boolean[] numeric, Writer out) throws IOException {
        int[] widths = new int[numeric.length];
        for (String[] line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line[i].length());
            }
        }
        for (String[] line : lines) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String blanks = " ".repeat(widths[i] - line[i].length());
                text.append(i == 0 ? "" : "  ").append(numeric[i] ? blanks + line[i] : line[i] + blanks);
            }
            out.write(text.toString().stripTrailing());
            out.write('\n');
        }
    }

    private static void record(String[] values, Writer out) throws IOException {
        for (int i = 0; i < values.length; i++) {
            out.write(i == 0 ? "" : ",");
            boolean plain = values[i].chars().noneMatch(letter -> letter == ',' || letter == '"' || letter == '\n' || letter == '\r');
            out.write(plain ? values[i] : '"' + values[i].replace("\"", "\"\"") + '"');
        }
        out.write("\r\n");
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value == null || value instanceof Double real && (real.isNaN() || real.isInfinite())) {
            json.writeNull();
        } else if (value instanceof Double real) {
            json.writeNumber(real);
        } else if (value instanceof Number || value instanceof Boolean) {
            json.writeRawValue(value.toString());
        } else {
            json.writeString(value.toString());
        }
    }
}
