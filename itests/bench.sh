#!/usr/bin/env bash
# Speed and memory, beside our peers in the same run:  itests/bench.sh [-Dkey=value …] [NAME …]
# Builds what is missing, prints a table, writes itests/benchmarks/target/bench/NAME.json.
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
here=$top/itests/benchmarks

options=()
while [[ "${1:-}" == -* ]]; do
  options+=("$1")
  shift
done

stamp=$here/target/built
if [[ ! -e $stamp || -n $(find "$top" -path '*/src/*' -newer "$stamp" -print -quit) || -n $(find "$top" -name pom.xml -newer "$stamp" -print -quit) ]]; then
  (cd "$top" && mvn -q -B -DskipTests -pl itests/benchmarks -am package)
  touch "$stamp"
fi

# Huge pages spare every contestant the page walks; a fixed heap, its memory touched before the start, keeps the collector and the
# kernel's first page of it out of the figures.
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" \
  -Xms5g -Xmx5g -XX:+AlwaysPreTouch -XX:+UseTransparentHugePages \
  --add-opens=java.base/java.lang=ALL-UNNAMED --add-opens=java.base/java.lang.reflect=ALL-UNNAMED \
  --add-exports=java.base/sun.nio.ch=ALL-UNNAMED --add-opens=jdk.compiler/com.sun.tools.javac.file=ALL-UNNAMED \
  -Dlogback.configurationFile="$top/features/desk/src/main/config/logback.xml" \
  -Dchronicle.analytics.disable=true -Dchronicle.announcer.disable=true \
  ${options[@]+"${options[@]}"} \
  -cp "$here/target/classes:$here/target/lib/*" io.leakage.bench.Benchmarks "$here/target/bench" "$@"
