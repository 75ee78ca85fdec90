package io.leakage.simulator;

/** Works one parent order through a gateway, and knows only what that has told it. */
abstract class Worker {
    final ParentPlan plan;
    final Listing listing;
    private long ids;

    Worker(ParentPlan plan, Listing listing) {
        this.plan = plan;
        this.listing = listing;
    }

    /** Writes the whole plan into the agenda. */
    abstract void begin();

    /** The gateway brought news of a child. */
    abstract void told(ChildOrder news);

    String nextId() {
        return plan.id() + "-" + ++ids;
    }
}
