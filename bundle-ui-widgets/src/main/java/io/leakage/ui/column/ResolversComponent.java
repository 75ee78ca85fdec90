package io.leakage.ui.column;

import io.leakage.api.host.OrderResolver;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The {@link OrderResolver}s that hosts register. No logic lives here. */
@Component(service = ResolversComponent.class)
public final class ResolversComponent {
    private final Resolvers resolvers = new Resolvers();

    /** For the framework. */
    @Activate
    public ResolversComponent() {
    }

    /** Takes a host's. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addResolver(OrderResolver resolver) {
        resolvers.add(resolver);
    }

    /** Lets it go. */
    public void removeResolver(OrderResolver resolver) {
        resolvers.remove(resolver);
    }

    /** {@return all of them} */
    Resolvers resolvers() {
        return resolvers;
    }
}
