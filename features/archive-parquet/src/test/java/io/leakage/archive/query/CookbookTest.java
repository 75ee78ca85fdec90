package io.leakage.archive.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cookbook's recipes, taken out of the document, against the answers that stand there. */
class CookbookTest {
    private static final Path BOOK = Path.of(System.getProperty("leakage.root"), "features", "archive-parquet", "docs", "cookbook.md");
    private static final Pattern RECIPE = Pattern.compile("## (\\d+\\. [^\n]+)\n.*?```sql\n(.*?)```\n+```text\n(.*?)```", Pattern.DOTALL);

    @TempDir
    static Path folder;

    /** What stands in the document. */
    record Recipe(String title, String sql, String answer) {
        @Override
        public String toString() {
            return title;
        }
    }

    @BeforeAll
    static void aSmallArchive() throws IOException {
        SmallArchive.write(folder);
        if (Boolean.getBoolean("leakage.write")) {
            writeAnswers();
        }
    }

    static List<Recipe> recipes() throws IOException {
        List<Recipe> recipes = new ArrayList<>();
        Matcher recipe = RECIPE.matcher(Files.readString(BOOK));
        while (recipe.find()) {
            recipes.add(new Recipe(recipe.group(1), recipe.group(2), recipe.group(3)));
        }
        return recipes;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recipes")
    void aRecipeGivesTheAnswerThatStandsInTheCookbook(Recipe recipe) {
        assertEquals(recipe.answer(), ask(folder, recipe.sql()));
    }

    @Test
    void everyRecipeIsFoundAndThereAreAtLeastTwelve() throws IOException {
        long headings = Files.readString(BOOK).lines().filter(line -> line.startsWith("## ")).count();

        assertEquals(headings, recipes().size());
        assertTrue(headings >= 12, headings + " recipes");
    }

    /** {@return what query.sh prints} */
    static String ask(Path archive, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] all = Stream.concat(Stream.of("--archive", archive.toString()), Stream.of(arguments)).toArray(String[]::new);
        int exit = Query.run(all, new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        assertEquals(0, exit, err.toString(StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void writeAnswers() throws IOException {
        String book = Files.readString(BOOK);
        Matcher recipe = RECIPE.matcher(book);
        StringBuilder written = new StringBuilder();
        int end = 0;
        while (recipe.find()) {
            written.append(book, end, recipe.start(3)).append(ask(folder, recipe.group(2)));
            end = recipe.end(3);
        }
        Files.writeString(BOOK, written.append(book.substring(end)));
    }
}
