#!/usr/bin/env bash
# Markets whose truth is known, and what the scorecard says of them:  itests/oracle.sh [--parents N] [--worlds NAME,NAME | all] [--threads N]
# N parents of each world (2000), each on a tape of its own seed, through the wire path of a replay. Worlds: nothing mechanical trend alpha
# shock volatile halt gap "predator K"; six of them unless said. Prints three tables and writes itests/oracle/target/run/oracle.json.
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
here=$top/itests/oracle

stamp=$here/target/built
if [[ ! -e $stamp || -n $(find "$top" -path '*/src/*' -newer "$stamp" -print -quit) || -n $(find "$top" -name pom.xml -newer "$stamp" -print -quit) ]]; then
  (cd "$top" && mvn -q -B -DskipTests -pl itests/oracle -am package) >&2
  touch "$stamp"
fi

exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx1500m \
  --add-opens=java.base/java.lang=ALL-UNNAMED --add-opens=java.base/java.lang.reflect=ALL-UNNAMED \
  --add-exports=java.base/sun.nio.ch=ALL-UNNAMED -Dchronicle.analytics.disable=true -Dchronicle.announcer.disable=true \
  -cp "$here/target/classes:$here/target/lib/*" io.leakage.oracle.OracleMain "$here/target/run" "$@"
