#!/usr/bin/env bash
# Any bytes into every decoder, for long:  itests/fuzz.sh [SECONDS] [TARGET …]
# SECONDS for each target (60 unless said); targets: the classes of itests/fuzz without "Target" (Itch50 Fix …), all unless said.
# Prints runs and executions per second of each; what it finds lies in itests/fuzz/target/found. Exits non-zero when it found something.
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
here=$top/itests/fuzz
seconds=${1:-60}
shift || true
(cd "$top" && mvn -q -B -ntp -DskipTests -pl itests/fuzz -am package org.apache.maven.plugins:maven-dependency-plugin:build-classpath \
  -Dmdep.outputFile="$here/target/classpath" -Dmdep.includeScope=runtime)
targets=("$@")
if [[ ${#targets[@]} -eq 0 ]]; then
  while read -r class; do
    targets+=("$(basename "$class" Target.class)")
  done < <(find "$here/target/classes" -name '*Target.class' | sort)
fi
mkdir -p "$here/target/found" "$here/target/corpus"
failed=0
for target in "${targets[@]}"; do
  mkdir -p "$here/target/corpus/$target"
  class=$(cd "$here/target/classes" && find . -name "${target}Target.class" | sed 's|^\./||; s|\.class$||; s|/|.|g')
  log=$here/target/found/$target.log
  if (cd "$here/target" && "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx1g -cp "$here/target/classes:$(cat "$here/target/classpath")" \
      com.code_intelligence.jazzer.Jazzer --target_class="$class" '--instrumentation_includes=io.leakage.**' \
      --reproducer_path=found -max_total_time="$seconds" -max_len=4096 -artifact_prefix=found/ "corpus/$target" >"$log" 2>&1); then
    echo "$target: $(grep -o 'Done [0-9]* runs in [0-9]* second(s)' "$log")" \
      "$(grep -oE 'Done [0-9]+ runs in [0-9]+' "$log" | awk '{printf "= %d executions/s", $2 / $5}')"
  else
    failed=1
    echo "$target: FOUND, see $log"
    grep -m1 -A12 '== Java Exception' "$log" || tail -5 "$log"
  fi
done
exit $failed
