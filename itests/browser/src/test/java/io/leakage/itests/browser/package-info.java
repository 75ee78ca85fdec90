/** The page in a real browser: Debian's Chromium, driven by Playwright, against a real HTTP server and a scorecard of recorded rows. */
package io.leakage.itests.browser;
