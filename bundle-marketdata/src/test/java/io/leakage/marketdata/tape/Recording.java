package io.leakage.marketdata.tape;

import io.leakage.api.event.MarketInlet;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Writes down every call on an interface as {@code name(argument, …)}. Symbols get instrument numbers in the order asked for. */
public final class Recording implements InvocationHandler {
    private final List<String> lines = new ArrayList<>();
    private final List<String> symbols = new ArrayList<>();

    /** {@return an object that records its calls here} */
    public <T> T of(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this));
    }

    /** {@return a market inlet that records here} */
    public MarketInlet inlet() {
        return of(MarketInlet.class);
    }

    @Override
    public synchronized Object invoke(Object proxy, Method method, Object[] arguments) {
        if (method.getName().equals("instrument")) {
            return number(arguments[0].toString());
        }
        Object[] given = arguments == null ? new Object[0] : arguments;
        lines.add(method.getName() + Arrays.stream(given).map(String::valueOf).collect(Collectors.joining(", ", "(", ")")));
        notifyAll();
        return method.getReturnType() == boolean.class ? true : null;
    }

    /** {@return what was called so far} */
    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** {@return what was called, once a call beginning with this text came; what came until then after ten seconds} */
    public synchronized List<String> until(String beginning) throws InterruptedException {
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (lines.stream().noneMatch(line -> line.startsWith(beginning)) && System.nanoTime() < deadline) {
            wait(100);
        }
        return List.copyOf(lines);
    }

    private int number(String symbol) {
        if (!symbols.contains(symbol)) {
            symbols.add(symbol);
        }
        return symbols.indexOf(symbol);
    }
}
