package io.leakage.ui.archive;

import io.leakage.api.score.Scorecard;
import io.leakage.ui.column.DirtyOrdersComponent;
import java.io.IOException;
import java.nio.file.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Lets scorecards of ended orders write themselves, where a configuration says whereto. No logic lives here. */
@Component(service = {}, immediate = true, configurationPid = "leakage.cards", configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = "leakage.optional:Boolean=true")
@Designate(ocd = CardsConfig.class)
public final class CardsComponent {
    private final EndedCards cards;

    /** Begins. */
    @Activate
    public CardsComponent(@Reference Scorecard scorecard, @Reference DirtyOrdersComponent orders, CardsConfig config) {
        if (config.directory() == null || config.directory().isBlank()) {
            throw new IllegalArgumentException("leakage.cards: directory: a folder, got none");
        }
        try {
            cards = new EndedCards(scorecard, Path.of(config.directory()), orders.orders());
        } catch (IOException e) {
            throw new IllegalArgumentException("leakage.cards: directory: a folder that can be written to, got " + config.directory(), e);
        }
    }

    /** Ends. */
    @Deactivate
    public void close() {
        cards.close();
    }
}
