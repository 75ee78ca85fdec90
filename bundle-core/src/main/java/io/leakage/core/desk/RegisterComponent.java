package io.leakage.core.desk;

import org.osgi.service.component.annotations.Component;

/**
 * The one register that desks enter themselves in; a service of our own, so that {@code Desks} carries no class of ours. No logic lives
 * here.
 */
@Component(service = RegisterComponent.class)
public final class RegisterComponent {
    private final DeskRegister register = new DeskRegister();

    /** {@return it} */
    DeskRegister register() {
        return register;
    }
}
