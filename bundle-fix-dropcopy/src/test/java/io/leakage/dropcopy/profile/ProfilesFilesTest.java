package io.leakage.dropcopy.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfilesFilesTest {
    @Test
    void everyProfileThatIsNamedCanBeRead() {
        assertEquals(8, Profiles.NAMES.size());
        Profiles.NAMES.forEach(name -> assertEquals(name, Profiles.of(name).name()));
        assertEquals(2500, Profiles.of("cme-encapsulated").resendChunk());
        assertEquals(List.of(List.of(17), List.of(54), List.of(207, 30), List.of(336)), Profiles.of("ice-like").executionKey());
        assertEquals(new Patience(30, 600, 21_600), Profiles.of("generic-44").patience());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', value = {
        "resend.chunk=many; resend.chunk: 0 to 1000000, got \"many\"",
        "day.end=17:00; day.end: nothing, or hour and zone such as 17:00:00 America/Chicago, got \"17:00\"",
        "day.end=25:00 UTC; day.end: nothing, or hour and zone such as 17:00:00 America/Chicago, got \"25:00 UTC\"",
        "buffers=perhaps; buffers: true, false, got \"perhaps\"",
        "nonsense=1; nonsense: no such key",
        "parent=526 17x; parent: lookup, a tag, prefix:TEXT, clordid:REGEX with one group, or pair:TAG/TAG, got \"17x\"",
        "execution.key=54; execution.key: 17 first",
        "largest.message=100; largest.message: 1024 to 1048576, got \"100\"",
        "strategy.names=1003 Seeker; strategy.names: TAG=VALUE NAME, each once, parted by commas, got \"1003 Seeker\"",
        "strategy.names=847=1 A,847=1 B; strategy.names: TAG=VALUE NAME, each once, parted by commas, got \"847=1 B\"",
        "ids.of=the east; ids.of: nothing, or up to 32 letters, digits, dots, dashes and underscores, got \"the east\"",
        "strategy.tags=847,x; strategy.tags: 1 to 999999999, got \"x\""})
    void whatMakesNoSenseIsRefusedWithFileKeyValueAndWhatIsAllowed(String line, String refusal) {
        String message = assertThrows(IllegalArgumentException.class, () -> Profiles.of("generic-44", List.of(line))).getMessage();
        assertTrue(message.startsWith("generic-44.properties with overrides, " + refusal), message);
    }

    @Test
    void anUnknownProfileIsRefusedWithTheNamesThereAre() {
        String message = assertThrows(IllegalArgumentException.class, () -> Profiles.of("nyse")).getMessage();
        assertTrue(message.startsWith("profile: generic-44, generic-42,") && message.endsWith("got \"nyse\""), message);
    }

    @Test
    void anAdministratorsLinesStandInPlaceOfTheFiles() {
        Profile profile = Profiles.of("generic-44", List.of("acknowledgement.seconds=5", "parent=clordid:^(P\\d+)- 526",
                "strategy.names=847=1003 Liquidity seeker, 9001=SNIP Sniper"));
        assertEquals(Map.of("847=1003", "Liquidity seeker", "9001=SNIP", "Sniper"), profile.strategyNames());
        assertEquals(5, profile.patience().acknowledgement());
        assertEquals("^(P\\d+)-", profile.parentRules().get(0).pattern().pattern());
        assertEquals(ParentRule.ofTag(526), profile.parentRules().get(1));
    }
}
