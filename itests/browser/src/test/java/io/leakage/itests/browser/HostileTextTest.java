package io.leakage.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;
import io.leakage.api.score.AlgoSwitch;
import io.leakage.api.score.AlgoSwitch.Capable;
import io.leakage.api.score.Grade;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.Objection;
import io.leakage.api.score.SwitchDesk;
import io.leakage.api.score.SwitchState;
import io.leakage.api.score.Verdict;
import io.leakage.ui.RecordedScorecard;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Text that other sides chose — ids, Symbol (55), Text (58), names of algos and parameters, rules and people — in every place that
 * shows it, each in a form that would run if it were taken for anything but text.
 */
@Timeout(300)
class HostileTextTest extends DeskBoard {
    /** What each would call is {@code ran()}, which this test listens to; also dialogs, pages opened and addresses asked for. */
    private static final List<String> CORPUS = List.of(
            "<script>ran()</script>", "<img src=x onerror=ran()>", "<svg onload=ran()>", "<svg><script>ran()</script></svg>",
            "\"><script>ran()</script>", "'><img src=x onerror='ran()'>", "\" onmouseover=\"ran()\" x=\"", "' onfocus='ran()' autofocus='",
            "javascript:ran()", "<a href=\"javascript:ran()\">x</a>", "<iframe src=\"javascript:parent.ran()\"></iframe>",
            "<iframe srcdoc=\"<script>parent.ran()</script>\"></iframe>", "<details open ontoggle=ran()>", "<body onload=ran()>",
            "<input autofocus onfocus=ran()>", "<video><source onerror=ran()></video>", "<math><mtext><style><img src=x onerror=ran()>",
            "</script><script>ran()</script>", "</title><script>ran()</script>", "</style><img src=x onerror=ran()>",
            "</textarea><img src=x onerror=ran()>", "<!--><img src=x onerror=ran()>-->", "<![CDATA[<script>ran()</script>]]>",
            "${ran()}", "#{ran()}", "{{constructor.constructor('ran()')()}}", "{{ran()}}", "`${ran()}`", "'-ran()-'", "\";ran();//",
            "\\u003cscript\\u003eran()\\u003c/script\\u003e", "&lt;script&gt;ran()&lt;/script&gt;",
            "&#60;script&#62;ran()&#60;/script&#62;",
            "<template><script>ran()</script></template>", "<object data=\"javascript:ran()\"></object>", "<base href=//evil.example/>",
            "<link rel=stylesheet href=//evil.example/x.css>", "<meta http-equiv=refresh content=\"0;url=javascript:ran()\">",
            "<form action=javascript:ran()><button autofocus>x</button></form>", "<x style=\"background:url(javascript:ran())\">",
            "\u2028ran()//", "\u0000<script>ran()</script>", "data: x\n\nevent: orders\ndata: [{}]", "__proto__", "constructor");

    private final List<String> ran = new CopyOnWriteArrayList<>();

    @Test
    void noTextOfTheWireRunsAnywhereOnTheBoardOrTheCard() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < CORPUS.size(); i++) {
            ids.add("N" + i + " " + CORPUS.get(i));
            order(ids.get(i), CORPUS.get(i), i + 1);
        }
        open(ColorScheme.LIGHT, 2400, 1600);
        listen(page);
        page.reload();
        page.locator(".ag-row").first().waitFor();

        for (int i = 0; i < ids.size(); i++) {
            page.evaluate("id => document.querySelector('leakage-board').choose(id)", ids.get(i));
            assertThat(page.locator("#detail h2")).hasText(ids.get(i));
            assertThat(page.locator("#advice .proposal b").first()).hasText(CORPUS.get(i));
            page.locator("#evidence > summary").click();
        }
        page.locator(".ag-cell[col-id='symbol']").first().hover();
        shoot("hostile-light");
        assertThat(page.locator("main img, main iframe, main script, main base, main object, main form")).hasCount(0);
        for (String id : ids) {
            page.navigate(address() + "scorecard?id=" + URLEncoder.encode(id, StandardCharsets.UTF_8));
            assertEquals(1, page.locator("h1").count(), id);
        }
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "hostile-card.png")));

        assertEquals(List.of(), ran);
        assertFalse(complaints.stream().anyMatch(one -> one.contains("ran") || one.contains("Content Security Policy")),
                complaints.toString());
        page.evaluate("ran()");
        assertEquals(1, ran.size(), "what runs is heard");
    }

    /** An order that carries the text wherever one can. */
    private void order(String id, String text, long number) {
        int parent = scorecard.begin(id, DESK, text, Side.BUY, 1_000);
        int name = scorecard.name(NameKind.TEXT, text);
        int desk = scorecard.name(NameKind.DESK, DESK);
        int child = scorecard.child(parent, id + "-1", 100, 10_003_000_000L);
        scorecard.fill(parent, child, "E " + id, RecordedScorecard.ARRIVAL + 1_000_000, 10_003_000_000L, 100);
        scorecard.change(parent, row -> {
            row.strategy(name);
            row.broker(name);
            row.grade(Grade.RED);
        });
        scorecard.judge(new Verdict(parent, RecordedScorecard.ARRIVAL, text, 3, text, Grade.RED, true, List.of(text), text, "ADVISE",
                List.of(text)));
        scorecard.switches().put(new AlgoSwitch(number, "LS." + text, parent, desk, text, 3, text, text, SwitchState.REFUSED,
                new AlgoSwitch.Replaced(0, Absent.NAME, Absent.NAME, name, 1_000, Absent.LONG, 0, 0), text, Map.of(text, text),
                RecordedScorecard.ARRIVAL, RecordedScorecard.ARRIVAL + 60 * SECOND, RecordedScorecard.ARRIVAL, .5, Capable.NO,
                List.of(text), text, text));
        scorecard.switches().takeOver(parent, text);
        scorecard.switches().object(new Objection(parent, RecordedScorecard.ARRIVAL, text, 3, text, text, text));
        scorecard.switches().put(new SwitchDesk(desk, text, text, 1, text, text, List.of(text), text));
    }

    /** Hears whatever runs: the call itself, a dialog, a new page, a frame, or an address elsewhere. */
    private void listen(Page watched) {
        context.exposeBinding("ran", (source, arguments) -> ran.add("ran() on " + source.page().url()));
        watched.onDialog(dialog -> {
            ran.add("dialog " + dialog.message());
            dialog.dismiss();
        });
        watched.onPopup(popup -> ran.add("a page opened: " + popup.url()));
        watched.onFrameAttached(frame -> ran.add("a frame: " + frame.url()));
        watched.onRequest(request -> {
            if (!request.url().startsWith(service.base())) {
                ran.add("asked for " + request.url());
            }
        });
    }
}
