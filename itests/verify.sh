#!/usr/bin/env bash
# Everything that must hold before a change is good: installs what the tests need, runs every test, builds the bundles a second time
# and compares the hashes, installs by the README's words into Felix, Equinox and Karaf, and prints Surefire's totals over all modules.
# Exits non-zero when anything failed.
#
#   ./itests/verify.sh [MAVEN-OPTION…]
#
# Variables: JAVA_HOME (JDK 17 or newer), JAVA_HOME_25 (the framework tests run on it as well), LEAKAGE_DATA (test data; ../shared/data).
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly BUNDLES=(bundle-core bundle-marketdata bundle-fix-dropcopy bundle-ui-widgets features/health-check features/archive-parquet
    features/history-kafka features/history-ilp features/example-plugin)
WORK="$(mktemp -d)"
trap 'rm -rf "$WORK"' EXIT
failed=()

need() {
    command -v "$1" >/dev/null && return
    echo "verify.sh: $1 is needed: $2" >&2
    exit 1
}

# what for, what is skipped without, Debian's packages
apt_install() {
    if [[ "$(id -u)" -eq 0 ]] && command -v apt-get >/dev/null; then
        echo "installing ${*:3} for $1 …"
        { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${@:3}"; } >"$WORK/apt" 2>&1 \
            || { tail -5 "$WORK/apt"; echo "verify.sh: they could not be installed; $2 will be skipped"; }
    else
        echo "verify.sh: no ${*:3} and no right to install them; $2 will be skipped"
    fi
}

have() {
    local tool
    for tool in "$@"; do
        command -v "$tool" >/dev/null || return
    done
}

install_tools() {
    have chromium || apt_install "the browser tests" "they" chromium
    have Xvfb || apt_install "the windows of the blotter's adapters" "they" xvfb libgtk-3-0
    # ptp4l between two network namespaces, and a clock that can be set
    have ptp4l ip ethtool faketime || apt_install "the clock's tests" "some of them" linuxptp iproute2 ethtool faketime libfaketime
    # system calls that fail, and a file system that forgets what was not forced
    { have fiu-run fusermount3 && /usr/bin/python3 -c 'import fusepy' 2>/dev/null; } \
        || apt_install "the tests of durability" "some of them" fiu-utils fuse3 python3-fusepy
    # what the archive's notebook is executed with
    /usr/bin/python3 -c 'import pandas, matplotlib' 2>/dev/null || apt_install "the archive's notebook" "its test" python3-pandas python3-matplotlib
}

install_npm() {
    [[ -f itests/browser/package-lock.json ]] || return 0
    need npm "Node.js 20 or newer"
    (cd itests/browser && npm ci --ignore-scripts --no-audit --no-fund --silent) || failed+=("npm ci in itests/browser")
}

# Two clean builds, the second from a copy of the sources in another folder, must give the same bytes.
compare_jars() {
    mkdir "$WORK/again"
    tar -c --exclude=target --exclude=node_modules --exclude=.git . | tar -x -C "$WORK/again"
    local modules
    modules="$(IFS=,; echo "${BUNDLES[*]}")"
    mvn -q -B -ntp "$@" -f "$WORK/again/pom.xml" -pl "$modules" -am -DskipTests package || { failed+=("the second build"); return; }
    local bundle jar
    for bundle in "${BUNDLES[@]}"; do
        for jar in "$bundle"/target/"${bundle##*/}"-*.jar; do
            [[ "$jar" == *-tests.jar ]] && continue
            if [[ ! -f "$jar" ]]; then
                failed+=("the jar of $bundle")
            elif cmp -s "$jar" "$WORK/again/$jar"; then
                echo "same bytes twice: $(sha256sum "$jar")"
            else
                echo "two builds differ: $jar"
                failed+=("reproducible $jar")
            fi
        done
    done
}

# Surefire ends each module's run with a line of totals, which unlike a class's line has no time in it.
totals() {
    sed -nE 's/^\[(INFO|WARNING|ERROR)\] Tests run: ([0-9]+), Failures: ([0-9]+), Errors: ([0-9]+), Skipped: ([0-9]+)$/\2 \3 \4 \5/p' \
        "$WORK/log" | awk '{run += $1; failures += $2; errors += $3; skipped += $4}
            END {printf "Tests run: %d, Failures: %d, Errors: %d, Skipped: %d\n", run, failures, errors, skipped}'
}

# Each failed test by name and first line of its message; Surefire lists them at the end of a module's run, three blanks from the margin.
failures() {
    sed -nE 's/^\[ERROR\]   ([^ ].*)/    \1/p' "$WORK/log" | cut -c1-300
}

need java "a JDK 17 or newer"
need mvn "Maven 3.8 or newer"
install_tools
install_npm
# a failing test must not keep other modules' tests from running; the totals tell
mvn -B -ntp -fae -Dstyle.color=never -Dmaven.test.failure.ignore=true ${LEAKAGE_DATA:+-Dleakage.data="$LEAKAGE_DATA"} "$@" clean verify 2>&1 | tee "$WORK/log"
[[ "${PIPESTATUS[0]}" -eq 0 ]] || failed+=("mvn verify")
compare_jars "$@"
./itests/install.sh || failed+=("installing by the words of README.md")

TOTALS="$(totals)"
[[ "$TOTALS" =~ Failures:\ 0,\ Errors:\ 0 && ! "$TOTALS" =~ run:\ 0, ]] || failed+=("tests")
for what in "${failed[@]}"; do
    echo "FAILED: $what"
done
failures
echo "$TOTALS"
[[ ${#failed[@]} -eq 0 ]]
