package io.leakage.bench;

import java.nio.file.Path;
import java.util.List;

/** The list of benchmarks, and the command that runs them: {@code Benchmarks OUTPUT-DIRECTORY [NAME…]}. */
public final class Benchmarks {
    private static final List<Benchmark> ALL = List.of(new BooksBenchmark(), new DecodeBenchmark(), new DbnBenchmark(), new RingBenchmark(),
            new LatencyBenchmark(), new MeasuresBenchmark(), new JournalBenchmark(), new HistoryBenchmark(), new ReplayBenchmark(),
            new RowBenchmark(), new UdpBenchmark(), new DropCopyBenchmark(), new FixScanBenchmark(), new MarkoutsBenchmark(),
            new RulesBenchmark(), new EvidenceBenchmark(), new SwitchingBenchmark(), new ApiBenchmark(), new ArchiveBenchmark(),
            new QueryBenchmark(), new ScaleBenchmark(), new SizingBenchmark(), new SoakBenchmark());

    private Benchmarks() {
    }

    /** Runs the benchmarks named, or all; exits 1 when one could not run, 2 on a name that does not exist. */
    public static void main(String[] arguments) {
        List<String> names = List.of(arguments).subList(1, arguments.length);
        for (String name : names) {
            if (ALL.stream().noneMatch(benchmark -> benchmark.name().equals(name))) {
                System.err.println("no benchmark \"" + name + "\", there are: " + ALL.stream().map(Benchmark::name).toList());
                System.exit(2);
            }
        }
        boolean ran = true;
        for (Benchmark benchmark : ALL) {
            if (names.isEmpty() || names.contains(benchmark.name())) {
                ran &= run(benchmark, Path.of(arguments[0]));
            }
        }
        System.exit(ran ? 0 : 1);
    }

    private static boolean run(Benchmark benchmark, Path output) {
        try {
            Report report = benchmark.run();
            System.out.println(report.table());
            report.write(output);
            return true;
        } catch (Exception e) {
            System.err.println("benchmark " + benchmark.name() + " could not run");
            e.printStackTrace();
            return false;
        }
    }
}
