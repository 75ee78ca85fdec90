package io.leakage.ui.text;

import java.util.List;

/** Columns of text for a terminal; a cell that begins with {@code "> "} stands at the right of its column. */
final class Table {
    private static final String RIGHT = "> ";
    private static final String GAP = "  ";

    private Table() {
    }

    /** Writes the lines; one of a single cell is a heading and widens no column. */
    static void write(List<String[]> lines, StringBuilder text) {
        int[] widths = new int[lines.stream().mapToInt(line -> line.length).max().orElse(0)];
        for (String[] line : lines) {
            for (int i = 0; line.length > 1 && i < line.length; i++) {
                widths[i] = Math.max(widths[i], plain(line[i]).length());
            }
        }
        for (String[] line : lines) {
            int from = text.length();
            for (int i = 0; i < line.length; i++) {
                String blanks = " ".repeat(Math.max(0, widths[i] - plain(line[i]).length()));
                boolean right = line[i].startsWith(RIGHT);
                text.append(i == 0 ? "" : GAP).append(right ? blanks : "").append(plain(line[i])).append(right ? "" : blanks);
            }
            while (text.length() > from && text.charAt(text.length() - 1) == ' ') {
                text.setLength(text.length() - 1);
            }
            text.append('\n');
        }
    }

    private static String plain(String cell) {
        return cell.startsWith(RIGHT) ? cell.substring(RIGHT.length()) : cell;
    }
}
