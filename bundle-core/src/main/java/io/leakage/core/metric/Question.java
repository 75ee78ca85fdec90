package io.leakage.core.metric;

import io.leakage.core.book.Listing;

/** What is asked of an instrument's past, and answered once its feed has come far enough. */
interface Question {
    /** {@return who asks} */
    Meter meter();

    /** {@return the watermark from which the answer is certain} */
    long due();

    /** {@return whether it still waits} */
    boolean isOpen();

    /** Answers what is due; it may be open still for what is due later. */
    void answer(Listing listing);

    /** Answers that there will be no answer: the feed ended before the time. */
    void censor();
}
