package io.leakage.core.metric;

import io.leakage.core.book.Listing;

/** What is asked of an instrument's past, and answered once its feed has come far enough. */
interface Question extends Due {
    /** {@return who asks} */
    Meter meter();

    /** Answers what is due; it may be open still for what is due later. */
    void answer(Listing listing);

    /** Answers that there will be no answer: the feed ended before the time. */
    void censor();
}
