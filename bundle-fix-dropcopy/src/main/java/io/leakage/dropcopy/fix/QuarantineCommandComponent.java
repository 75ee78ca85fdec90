package io.leakage.dropcopy.fix;

import io.leakage.api.health.Quarantine;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The console's command {@code leakage:quarantine}. Any thread may call. */
@Component(service = QuarantineCommandComponent.class, property = {"osgi.command.scope=leakage", "osgi.command.function=quarantine"})
public final class QuarantineCommandComponent {
    private static final int SHOWN = 20;

    private final Quarantine quarantine;

    /** A command on this quarantine. */
    @Activate
    public QuarantineCommandComponent(@Reference Quarantine quarantine) {
        this.quarantine = quarantine;
    }

    /** {@return the newest 20 messages that could not be read, and why} */
    public String quarantine() {
        return quarantine(SHOWN);
    }

    /** {@return the newest so many messages that could not be read, and why} */
    public String quarantine(int most) {
        return QuarantineText.of(quarantine.count(), quarantine.newest(most));
    }
}
