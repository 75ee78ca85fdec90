package io.leakage.marketdata.time;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How the machine's clock is watched. */
@ObjectClassDefinition(name = "Leakage Scorecard: clock", description = "Where the clock's quality is read, and what bounds its error.")
public @interface ClockConfig {
    /** The PTP service. */
    @AttributeDefinition(description = "Management socket of ptp4l (/var/run/ptp4l, or /var/run/ptp4lro for who is not root); empty "
            + "when there is none: the kernel's word alone then counts, and nothing is traceable.", required = false)
    String ptp_socket() default "/var/run/ptp4l";

    /** The PTP domain. */
    @AttributeDefinition(description = "PTP domain of that service, 0 to 255.")
    int ptp_domain() default 0;

    /** The asymmetry. */
    @AttributeDefinition(description = "How many nanoseconds the path's asymmetry may put the clock off at most, as calibrated; -1 takes "
            + "the mean path delay, which no asymmetry exceeds.")
    long asymmetry_nanos() default -1;

    /** The drift. */
    @AttributeDefinition(description = "How fast the clock may drift while its source is silent, parts per million.")
    double drift_ppm() default 10;

    /** The holdover. */
    @AttributeDefinition(description = "For how many seconds after its source fell silent the clock is in holdover, before it runs free.")
    int holdover_seconds() default 300;

    /** The step. */
    @AttributeDefinition(description = "From how many microseconds on a jump of the clock is told as a step.")
    int step_micros() default 100;

    /** Whether nobody steers. */
    @AttributeDefinition(description = "True when ptp4l only measures this clock (its free_running): that nobody steers it, as the kernel "
            + "says, then does not make it unsynchronised.")
    boolean free_running() default false;

    /** The leap second list. */
    @AttributeDefinition(description = "The IERS leap-seconds.list to use (Debian: /usr/share/zoneinfo/leap-seconds.list); empty takes the "
            + "one built in.", required = false)
    String leap_seconds_file() default "";
}
