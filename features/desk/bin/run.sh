# shellcheck shell=bash
# Sourced by every command in features/: builds what is missing or older than its sources, then runs a class with the flags that
# Chronicle Map and the JDK need. Everything said here goes to stderr; stdout belongs to the command.
#
#   source "$(dirname "${BASH_SOURCE[0]}")/desk/bin/run.sh"
#   leakage_run io.leakage.desk.Demo "$@"
#
# A command whose class is not the desk's sets LEAKAGE_MODULE, a folder of features/, before.
#
# Variables: JAVA_HOME (a JDK 17 or newer; else java on the PATH), LEAKAGE_JAVA_OPTS (more JVM options, split at spaces).
set -euo pipefail

LEAKAGE_ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)"
LEAKAGE_DESK="$LEAKAGE_ROOT/features/desk"
LEAKAGE_HOME="$LEAKAGE_ROOT/features/${LEAKAGE_MODULE:=desk}"
LEAKAGE_STAMP="$LEAKAGE_HOME/target/built"

leakage_fail() {
    echo "$(basename "$0"): $*" >&2
    exit 1
}

# The java to use; says what is wrong when there is none.
leakage_java() {
    local java=java
    if [[ -n "${JAVA_HOME:-}" ]]; then
        java="$JAVA_HOME/bin/java"
        [[ -x "$java" ]] || leakage_fail "JAVA_HOME is $JAVA_HOME, but there is no bin/java in it"
    fi
    command -v "$java" >/dev/null || leakage_fail "no java on the PATH and no JAVA_HOME; a JDK 17 or newer is needed"
    echo "$java"
}

leakage_java_version() {
    "$1" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p;T;q'
}

# True when the commands were never built, or a source is newer than the last build.
leakage_stale() {
    [[ -f "$LEAKAGE_STAMP" ]] || return 0
    [[ -n "$(cd "$LEAKAGE_ROOT" && find pom.xml bundle-* features \( -name target -o -name node_modules -o -name bin \) -prune \
        -o -type f ! -name '*.sh' ! -name '*.md' -newer "$LEAKAGE_STAMP" -print -quit)" ]]
}

leakage_build() {
    leakage_stale || return 0
    command -v mvn >/dev/null || leakage_fail "the bundles are not built yet, and there is no mvn (Maven 3.8 or newer) on the PATH"
    echo "building (mvn package, tests left out) …" >&2
    mkdir -p "$LEAKAGE_HOME/target"
    if command -v flock >/dev/null; then   # two commands started at once build once
        exec 9>"$LEAKAGE_STAMP.lock"
        flock 9
        leakage_stale || { exec 9>&-; return 0; }
    fi
    touch "$LEAKAGE_STAMP.started"
    mvn -q -B -Dstyle.color=never -f "$LEAKAGE_ROOT/pom.xml" -pl "features/$LEAKAGE_MODULE" -am -DskipTests package >&2 ||
        leakage_fail "the build failed; see above"
    mv "$LEAKAGE_STAMP.started" "$LEAKAGE_STAMP"
    if command -v flock >/dev/null; then
        exec 9>&-
    fi
}

# leakage_run CLASS [ARGUMENT…]: replaces this shell by the JVM.
leakage_run() {
    local java version flags
    java="$(leakage_java)"
    version="$(leakage_java_version "$java")"
    [[ "${version:-0}" -ge 17 ]] || leakage_fail "$java is version ${version:-unknown}; 17 or newer is needed"
    flags=(--add-opens=java.base/java.lang=ALL-UNNAMED --add-opens=java.base/java.lang.reflect=ALL-UNNAMED
        --add-exports=java.base/sun.nio.ch=ALL-UNNAMED)
    if [[ "$version" -ge 24 ]]; then
        flags+=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)
    fi
    leakage_build
    local jar
    jar="$(find "$LEAKAGE_HOME/target" -maxdepth 1 -name "$LEAKAGE_MODULE-*.jar" ! -name '*-tests.jar')"
    # shellcheck disable=SC2086
    exec "$java" "${flags[@]}" -Dchronicle.analytics.disable=true -Dchronicle.announcer.disable=true \
        -Dleakage.root="$LEAKAGE_ROOT" -Dlogback.configurationFile="$LEAKAGE_DESK/src/main/config/logback.xml" \
        -Djava.util.logging.config.file="$LEAKAGE_DESK/src/main/config/logging.properties" \
        ${LEAKAGE_JAVA_OPTS:-} -cp "$jar:$LEAKAGE_HOME/target/lib/*" "$@"
}
