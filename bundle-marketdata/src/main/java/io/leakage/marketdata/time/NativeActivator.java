package io.leakage.marketdata.time;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Lets go of the native library once the bundle's components are gone, so that an undeployed bundle leaves nothing behind. */
public final class NativeActivator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        // loaded when first needed
    }

    @Override
    public void stop(BundleContext context) {
        Libc.release();
    }
}
