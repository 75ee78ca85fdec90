package io.leakage.itests.browser;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that share a browser; where there is none each of them is skipped, and says what is missing. */
@ExtendWith(BrowserThere.class)
abstract class InChromium {
    static Chromium chromium;

    @BeforeAll
    static void startBrowser() throws Exception {
        chromium = BrowserThere.MISSING.isEmpty() ? Chromium.start() : null;
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }
}
