package io.leakage.dropcopy.fix;

import io.leakage.api.health.CopyHealth;
import io.leakage.api.health.CopyState;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The console's commands {@code leakage:dropcopy} and {@code leakage:unassigned}. Any thread may call. */
@Component(service = CopyCommandsComponent.class, property = {"osgi.command.scope=leakage", "osgi.command.function=dropcopy",
    "osgi.command.function=unassigned"})
public final class CopyCommandsComponent {
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<CopyHealth> copies = List.of();
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Scorecard scorecard;

    /** {@return how each drop copy is} */
    public String dropcopy() {
        return CopyText.of(copies.stream().map(CopyHealth::state).sorted(Comparator.comparing(CopyState::name)).toList());
    }

    /** {@return the orders that have executed, name no parent and are named by none, a line each} */
    public String unassigned() {
        Scorecard scores = scorecard;
        return scores == null ? "no scorecard is running" : unassigned(scores);
    }

    static String unassigned(Scorecard scores) {
        StringBuilder text = new StringBuilder();
        ParentRow row = new ParentRow();
        for (int parent : scores.unassigned()) {
            if (scores.read(parent, row)) {
                text.append(shown(scores, NameKind.ORDER, row.order())).append("  ").append(row.side()).append("  executed ")
                        .append(row.executed()).append("  ").append(shown(scores, NameKind.INSTRUMENT, row.instrument())).append('\n');
            }
        }
        return text.length() == 0 ? "every order that executed has a parent" : text.toString().stripTrailing();
    }

    /** A name may hold any byte but SOH, those among them that steer a terminal. */
    private static String shown(Scorecard scores, NameKind kind, int number) {
        String name = scores.text(kind, number);
        return name == null ? "?" : Unreadable.shown(name);
    }
}
