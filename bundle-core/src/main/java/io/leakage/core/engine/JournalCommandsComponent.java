package io.leakage.core.engine;

import java.io.UncheckedIOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code leakage:journal} in the Gogo shell: lists, checks and cuts the journal. Any thread may call. */
@Component(service = JournalCommandsComponent.class, property = {"osgi.command.scope=leakage", "osgi.command.function=journal"})
public final class JournalCommandsComponent {
    private static final String USAGE = "leakage:journal            its segments\n"
            + "leakage:journal check      reads every record and tells what is damaged\n"
            + "leakage:journal cut        gives up the days that are not to be kept, as journal.keep.days and journal.keep.megabytes say\n"
            + "leakage:journal cut N      gives up what lies before position N, as far as whole segments do";

    private final JournalShelf shelf;

    /** For the framework. */
    @Activate
    public JournalCommandsComponent(@Reference JournalShelf shelf) {
        this.shelf = shelf;
    }

    /** {@return every segment: day, positions, bytes, state} */
    public String journal() {
        return shelf.list();
    }

    /**
     * Checks or cuts.
     *
     * @param what     {@code check} or {@code cut}
     * @param position of {@code cut}, where what is kept begins; none for what the configuration says
     * @return what was found or done, or how to ask
     */
    public String journal(String what, String... position) {
        try {
            if ("check".equals(what) && position.length == 0) {
                return shelf.check();
            }
            if ("cut".equals(what) && position.length <= 1) {
                return position.length == 0 ? shelf.cut() : shelf.cut(Long.parseLong(position[0]));
            }
        } catch (NumberFormatException e) {
            return "a position is a number, got \"" + position[0] + "\"\n" + USAGE;
        } catch (IllegalStateException | UncheckedIOException unreadable) {
            return unreadable.getMessage();
        }
        return USAGE;
    }
}
