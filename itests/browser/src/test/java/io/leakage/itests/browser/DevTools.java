package io.leakage.itests.browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;

/** What the browser's own instruments say. */
final class DevTools {
    private DevTools() {
    }

    /** {@return one of the page's {@code Performance.getMetrics}, which must be enabled} */
    static double metric(CDPSession devtools, String name) {
        JsonObject answer = devtools.send("Performance.getMetrics");
        for (JsonElement metric : answer.getAsJsonArray("metrics")) {
            if (name.equals(metric.getAsJsonObject().get("name").getAsString())) {
                return metric.getAsJsonObject().get("value").getAsDouble();
            }
        }
        throw new AssertionError("no metric " + name);
    }
}
