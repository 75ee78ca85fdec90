package io.leakage.core.engine;

import io.leakage.api.event.Absent;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.Side;
import io.leakage.api.score.ChildRow;
import io.leakage.api.score.Flag;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.Scorecard;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One of FIX's order state change matrices: messages in a row, and where the order stands after each. */
record Matrix(String name, List<Row> rows) {
    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;
    private static final long DOUBTS = Flag.RECON_MISMATCH.bit() | Flag.CONFLICT.bit() | Flag.CORRECTION_WAITING.bit();

    /** Where an order stands: OrdStatus, CumQty, LeavesQty, AvgPx, newest ClOrdID, and which flags cast doubt on it. */
    record Standing(char state, long executed, long leaves, double average, String id, Set<Flag> doubts) {
        /** {@return what can be read of the street's only order; null when there is none} */
        static Standing of(Scorecard scores) {
            ChildRow row = new ChildRow();
            int place = 0;
            do {
                if (!scores.readChild(0, place++, row)) {
                    return null;
                }
            } while (Flag.RELINKED.in(row.flags()));
            double average = Double.isNaN(row.averagePrice()) ? 0 : row.averagePrice();
            return new Standing(row.state(), row.executed(), row.leaves(), average, scores.text(NameKind.ORDER, row.order()),
                    Flag.of(row.flags() & DOUBTS));
        }
    }

    /** A message, what it tells, and what is expected after it. */
    record Row(long nanos, String type, String[] ids, String codes, long quantity, String last, String executions, Standing after,
            String more) {
        Tape.Message message() {
            return message(nanos);
        }

        /** The row, told at another time than its own. */
        Tape.Message message(long at) {
            Tape.Message message = new Tape.Message(type.charAt(0), at).id(ids[0]).parent("P").side(Side.BUY);
            if (ids.length > 1) {
                message.original(ids[1]);
            }
            if (quantity != Absent.LONG) {
                message.quantity(quantity);
            }
            if (!codes.isEmpty()) {
                message.exec(codes.charAt(0) == '-' ? 0 : codes.charAt(0), codes.charAt(2));
            }
            if (!last.isEmpty()) {
                String[] parts = last.split("@");
                message.last(Long.parseLong(parts[0]), parts[1]);
            }
            if (!executions.isEmpty()) {
                String[] parts = executions.split("<");
                message.execution(parts[0]);
                if (parts.length > 1) {
                    message.reference(parts[1]);
                }
            }
            figures(message);
            return message;
        }

        /** A report tells what the matrix says it tells: the figures expected after it, when no others are given. */
        private void figures(Tape.Message message) {
            String leaves = String.valueOf(after.leaves);
            for (String told : more.isEmpty() ? new String[0] : more.split(" ")) {
                String value = told.substring(told.indexOf('=') + 1);
                switch (told.substring(0, told.indexOf('='))) {
                    case "20" -> message.transaction(value.charAt(0));
                    case "151" -> leaves = value;
                    case "378" -> message.restated(Integer.parseInt(value));
                    case "434" -> message.refuses(value.charAt(0));
                    default -> throw new IllegalArgumentException(told + ": expected 20=, 151=, 378= or 434=");
                }
            }
            if (type.equals("8")) {
                message.cum(after.executed).leaves(Long.parseLong(leaves)).average(BigDecimal.valueOf(after.average).toPlainString());
            }
        }

        boolean isUnder(String id) {
            return ids[0].equals(id);
        }

        void tell(OrderInlet inlet) {
            inlet.accept(message().message());
        }

        @Override
        public String toString() {
            return String.join(" ", type, String.join(",", ids), codes, last, executions, more);
        }
    }

    @Override
    public String toString() {
        return name;
    }

    /** {@return the matrices of a resource beside this class} */
    static List<Matrix> read(String resource) {
        List<Matrix> matrices = new ArrayList<>();
        long start = Tape.START;
        for (String line : text(resource).split("\n")) {
            if (line.startsWith("=")) {
                matrices.add(new Matrix(line.substring(1).trim(), new ArrayList<>()));
                start = Tape.START;
            } else if (line.startsWith("day")) {
                start = Tape.START + DAY * (Integer.parseInt(line.substring(4).trim()) - 1);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                List<Row> rows = matrices.get(matrices.size() - 1).rows;
                try {
                    rows.add(row(line, start + SECOND * rows.size()));
                } catch (RuntimeException e) {
                    throw new IllegalArgumentException(matrices.get(matrices.size() - 1) + ": " + line, e);
                }
            }
        }
        return matrices;
    }

    private static Row row(String line, long nanos) {
        String[] cells = line.split("\\|", -1);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cells[i].trim();
        }
        String[] after = cells[6].split(" +");
        Standing standing = new Standing(after[0].charAt(0), Long.parseLong(after[1]), Long.parseLong(after[2]),
                after.length > 3 ? Double.parseDouble(after[3]) : 0, cells[7], Set.of());
        return new Row(nanos, cells[0], cells[1].split(","), cells[2], cells[3].isEmpty() ? Absent.LONG : Long.parseLong(cells[3]),
                cells[4], cells[5], standing, cells.length > 8 ? cells[8] : "");
    }

    private static String text(String resource) {
        try (InputStream in = Matrix.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
