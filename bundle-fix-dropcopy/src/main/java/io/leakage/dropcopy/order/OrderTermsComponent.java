package io.leakage.dropcopy.order;

import io.leakage.api.host.OrderRef;
import io.leakage.api.host.OrderTerms;
import io.leakage.api.host.OrderTermsReader;
import org.osgi.service.component.annotations.Component;

/** Puts the reader of FIX messages into the framework, behind any that a host has. No logic lives here. */
@Component(service = OrderTermsReader.class, property = "service.ranking:Integer=-100")
public final class OrderTermsComponent implements OrderTermsReader {
    private final OrderTermsReader reader = new RawOrderTerms();

    @Override
    public OrderTerms read(OrderRef order, byte[] message) {
        return reader.read(order, message);
    }
}
