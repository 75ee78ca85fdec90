package io.leakage.itests.browser;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips each test by itself where something that a browser needs is not there. A whole class that is skipped counts as no test at all, and
 * nobody sees that nothing ran.
 */
final class BrowserThere implements ExecutionCondition {
    /** What is missing and how to get it, empty for nothing; also told on standard error, once. */
    static final String MISSING = said(Chromium.missing(Path.of("").toAbsolutePath(), System.getenv("PATH")));

    private static String said(String missing) {
        if (!missing.isEmpty()) {
            System.err.println("browser tests are skipped: " + missing);
        }
        return missing;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return result(context.getTestMethod().isPresent(), MISSING);
    }

    static ConditionEvaluationResult result(boolean isTest, String missing) {
        return isTest && !missing.isEmpty() ? ConditionEvaluationResult.disabled("skipped: " + missing)
                : ConditionEvaluationResult.enabled("");
    }
}
