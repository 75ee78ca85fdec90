package io.leakage.ui.column;

import io.leakage.api.host.ScoreListener;
import io.leakage.api.score.ParentRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Puts {@link DirtyOrders} into the framework. It is apart from {@link ColumnsComponent} because it needs nothing: the engine may ask
 * for its listeners while the columns still wait for the engine.
 */
@Component(service = {ScoreListener.class, DirtyOrdersComponent.class})
public final class DirtyOrdersComponent implements ScoreListener {
    private final DirtyOrders dirty = new DirtyOrders();

    /** For the framework. */
    @Activate
    public DirtyOrdersComponent() {
    }

    @Override
    public void onScore(ParentRow row) {
        dirty.onScore(row);
    }

    /** {@return what it tells} */
    public DirtyOrders orders() {
        return dirty;
    }

    /** Ends every subscription. */
    @Deactivate
    public void close() {
        dirty.close();
    }
}
