package io.leakage.itests.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Bytes from outside never become objects, programs or lookups of their sender's choice. */
class NoDeserialisationTest {
    /** What turns data into code, as a constant pool names it. */
    private static final Pattern DANGEROUS = Pattern.compile("= (?:Class|Methodref|String) .*// +\"?(java/io/ObjectInputStream"
            + "|java/beans/XMLDecoder|javax/script/\\w+|javax/naming/\\w+|java/rmi/\\w+|java/net/URLClassLoader|java/lang/ProcessBuilder"
            + "|java/lang/Runtime\\.exec|javax/xml/parsers/\\w+)\\b");

    @Test
    void noClassOfOursReadsObjectsRunsScriptsOrStartsPrograms() {
        List<String> found = new ArrayList<>();
        House.disassembled("io.leakage").forEach((file, text) -> {
            Matcher dangerous = DANGEROUS.matcher(text);
            while (dangerous.find()) {
                found.add(file.replaceAll(".*/|\\.class", "") + " uses " + dangerous.group(1));
            }
        });

        assertEquals(List.of(), found);
    }

    @Test
    void whatIsDangerousWouldBeFound() {
        assertTrue(DANGEROUS.matcher("   #7 = Class              #8             // java/io/ObjectInputStream\n").find());
        assertTrue(DANGEROUS.matcher("   #7 = Methodref          #8.#9          // java/lang/Runtime.exec:(Ljava/lang/String;)V\n").find());
    }
}
