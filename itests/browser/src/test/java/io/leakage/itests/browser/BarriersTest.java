package io.leakage.itests.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What axe-core finds on the board in its states: nothing. */
@Timeout(120)
class BarriersTest extends OpenedBoard {
    @ParameterizedTest
    @EnumSource(value = ColorScheme.class, names = {"LIGHT", "DARK"})
    void noStateOfTheBoardHasABarrier(ColorScheme scheme) throws Exception {
        open(scheme, 1600, 1000);
        see("#empty-title", "No parent order yet");
        assertEquals(List.of(), barriers(), "empty");

        day();
        tell(0);
        page.reload();
        see(cell("P-4713", "evidence"), "1 in 65");
        page.locator("#columns").click();
        assertEquals(List.of(), barriers(), "blotter");
        page.locator("#columns").click();

        cell("P-4713", "parent").click();
        see("#figure-trend .said", "leak by 1 s");
        page.locator("#evidence summary").click();
        page.locator(".family summary").nth(1).click();
        assertEquals(List.of(), barriers(), "an order");

        server.close();
        see("#connection", "Disconnected");
        assertEquals(List.of(), barriers(), "disconnected");
    }
}
