/** Rule sets as JSON: read strictly, so that what is in force is what was written; what does not fit is told with line and column. */
package io.leakage.core.rule.json;
