package io.leakage.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who looks at a page of a service that asks for tokens. */
@Timeout(120)
class TokenTest extends DeskBoard {
    @Test
    void aTokenIsAskedForAWrongOneRefusedInWordsAndTheRightOneStaysInThisTab() {
        day();
        String token = service.token("jane", "trader", DESK);
        open(ColorScheme.LIGHT, 1440, 900);
        List<Request> asked = new CopyOnWriteArrayList<>();
        page.onRequest(asked::add);
        see("#door-said", "This service asks who you are.");
        see("#connection", "Token needed");
        assertThat(page.locator("#door-token")).isFocused();
        assertEquals("password", page.getAttribute("#door-token", "type"));
        shoot("door-light");

        page.getByLabel("Token", new Page.GetByLabelOptions().setExact(true)).fill("nobodys");
        page.keyboard().press("Enter");
        see("#door-said", "Refused: this token is not known, or was revoked.");
        shoot("door-refused-light");

        page.locator("#door-token").fill(token);
        page.keyboard().press("Enter");
        see(cell("P-4713", "evidence"), "1 in 65");
        see("#user", "jane");
        assertThat(page.locator("#door")).hasCount(0);
        assertTrue(asked.stream().noneMatch(request -> request.url().contains(token)), "a token in an address");
        assertTrue(asked.stream().anyMatch(request -> request.url().endsWith("/v1/stream")
                && ("Bearer " + token).equals(request.headers().get("authorization"))), "the stream's token is in its header");
        assertEquals(List.of(false, true), page.evaluate(
                "token => [JSON.stringify(localStorage).includes(token), JSON.stringify(sessionStorage).includes(token)]", token));

        page.reload();
        see(cell("P-4713", "evidence"), "1 in 65");
        noComplaintsBut(401);
    }

    @Test
    void whatIsForgottenIsNoLongerOnThePage() {
        day();
        enter(ColorScheme.DARK, service.token("jane", "trader", DESK));
        cell("P-4713", "parent").click();
        see("#detail h2", "P-4713");

        page.locator("#forget").click();

        see("#door-said", "Forgotten");
        assertFalse(page.content().contains("P-4713"), "an order is still on the page");
        assertEquals(0, page.evaluate("sessionStorage.length"));
        page.reload();
        see("#door-said", "This service asks who you are.");
        noComplaintsBut(401);
    }

    @Test
    void aRevokedTokenEmptiesThePageAndAsksForAnother() {
        day();
        String token = service.token("jane", "trader", DESK);
        String other = service.token("rita", "trader", DESK);
        enter(ColorScheme.LIGHT, token);

        service.revoke(token);

        see("#door-said", "Refused: this token is not known, or was revoked.");
        assertFalse(page.content().contains("P-4713"), "an order is still on the page");
        shoot("revoked-light");
        page.locator("#door-token").fill(other);
        page.keyboard().press("Enter");
        see(cell("P-4713", "evidence"), "1 in 65");
        see("#user", "rita");
        noComplaintsBut(401);
    }

    @Test
    void aStreamThatEndsIsResumedAfterTheLastEventThatWasWhole() {
        day();
        List<String> resumed = new CopyOnWriteArrayList<>();
        open(ColorScheme.LIGHT, 1440, 900);
        see(cell("P-4713", "evidence"), "1 in 65");   // its own stream has begun: what is asked from here on the next page asks
        page.route("**/v1/stream", route -> {
            resumed.add(String.valueOf(route.request().headers().get("last-event-id")));
            route.fulfill(new Route.FulfillOptions().setContentType("text/event-stream").setBody(
                    "retry: 10\r\n\r\nid: e-" + resumed.size() + "\revent: all\r\ndata: [\ndata: ]\n\n"
                            + ": a remark\nid: torn\nevent: orders\ndata: ["));
        });
        page.reload();
        page.waitForCondition(() -> resumed.size() > 2);

        assertEquals(List.of("null", "e-1", "e-2"), resumed.subList(0, 3));
        noComplaints();
    }

    @Test
    void theCardToPrintOpensWithTheToken() {
        day();
        enter(ColorScheme.LIGHT, service.token("jane", "viewer", DESK));
        cell("P-4713", "parent").click();

        Page card = page.waitForPopup(() -> page.locator("#card a.card").click());

        card.locator("h1").waitFor();
        assertTrue(card.locator("body").innerText().contains("P-4713"), card.locator("body").innerText());
        assertEquals("collapse", card.evaluate("getComputedStyle(document.querySelector('table')).borderCollapse"), "its style sheet");
        card.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "card-by-token.png")));
        noComplaintsBut(401);
    }

    @Test
    void theDoorHasNoBarrier() throws Exception {
        service.token("jane", "viewer", DESK);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            open(scheme, 1440, 900);
            see("#door-said", "This service asks who you are.");
            assertEquals(List.of(), barriers(), scheme.name());
            context.close();
        }
    }
}
