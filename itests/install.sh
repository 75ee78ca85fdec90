#!/usr/bin/env bash
# Installs into a stock Felix, Equinox and a real Karaf by the words of README.md, which it reads from there, asks whether it works, takes
# it away by the same page's words, and fails when a thread, a service, an open or locked file or a class of ours is left (of
# Equinox only that it is installed and answers):
#   itests/install.sh [felix] [equinox] [karaf]
# Needs a built checkout, a JDK 17 or newer with jcmd, Maven to fetch the hosts once; it runs without any network where unshare may be used.
set -euo pipefail
ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
DESK="$ROOT/features/desk"
HOSTS="$ROOT/itests/felix/target/hosts"
PATIENCE=300
export DESK
# what only a soft reference holds goes when memory is short, and here at once
export JAVA_TOOL_OPTIONS="-XX:SoftRefLRUPolicyMSPerMB=0"

fail() {
    echo "install.sh: $*" >&2
    exit 1
}

# The block of the README that is marked so.
words() {
    local text
    text="$(awk -v mark="\`\`\`$1" '$0 == mark {inside = 1; next} /^```/ {inside = 0} inside' "$ROOT/README.md")"
    [[ -n "$text" ]] || fail "README.md has no block \`\`\`$1"
    echo "$text"
}

property() {
    sed -n "s|.*<$1>\(.*\)</$1>.*|\1|p" "$ROOT/pom.xml"
}

fetch() {
    [[ -f "$HOSTS/$2" ]] || mvn -q -B -ntp "org.apache.maven.plugins:maven-dependency-plugin:$(property dependency.plugin.version):copy" \
        -Dartifact="$1" -Dmdep.stripVersion=true -DoutputDirectory="$HOSTS" || fail "cannot fetch $1"
}

fetch_hosts() {
    fetch "org.apache.felix:org.apache.felix.main:$(property felix.framework.version)" org.apache.felix.main.jar
    fetch "org.eclipse.platform:org.eclipse.osgi:$(property equinox.version)" org.eclipse.osgi.jar
    fetch "org.apache.karaf:apache-karaf:$(property karaf.version):tar.gz" apache-karaf.tar.gz
}

# What a download of each looks like once unpacked.
unpack_felix() {
    mkdir -p bin conf bundle
    cp "$HOSTS/org.apache.felix.main.jar" bin/felix.jar
    unzip -p bin/felix.jar config.properties >conf/config.properties
    cp "$DESK"/target/bundles/org.apache.felix.gogo.*.jar bundle/
}

unpack_equinox() {
    cp "$HOSTS/org.eclipse.osgi.jar" .
}

unpack_karaf() {
    tar -xzf "$HOSTS/apache-karaf.tar.gz" --strip-components=1
}

start_karaf() {
    exec bin/karaf
}

# The framework's JVM at or below the process that we started, which may run others before.
jvm() {
    local parent="$1" child
    tr '\0' ' ' 2>/dev/null <"/proc/$parent/cmdline" | grep -E '(felix|org\.eclipse\.osgi)\.jar|karaf\.main' | grep -q '^[^ ]*java ' && echo "$parent" && return
    for child in $(pgrep -P "$parent" || true); do
        jvm "$child"
    done
}

say() {
    echo "$*" >&7
}

# Waits until a command succeeds.
await() {
    local what="$1" deadline=$((SECONDS + PATIENCE))
    shift
    until "$@"; do
        [[ $SECONDS -lt $deadline ]] || fail "$host: $what not within $PATIENCE s; the end of $PWD/out: $(tail -5 out)"
        sleep 0.5
    done
}

answered() {
    grep -q "$1" out
}

has_jvm() {
    pid="$(jvm "$started")" && [[ -n "$pid" ]]
}

threads() {
    jcmd "$pid" Thread.print | sed -n 's/^"\([^"]*\)".*/\1/p' | grep -E '^(leakage|QFJ|NioProcessor|NioSocket)' || true
}

files() {
    { readlink "/proc/$pid/fd/"* 2>/dev/null; awk '{print $6}' "/proc/$pid/maps"; } | grep -E '/(journal|scores|raw|audit)(/|$)|io\.leakage' | sort -u || true
}

# Locks on what is not the framework's own.
locks() {
    local inode
    for inode in $(awk -v pid="$pid" '$5 == pid {split($6, at, ":"); print at[3]}' /proc/locks); do
        find "$PWD" -inum "$inode" -path '*/data/*' ! -name cache.lock
    done
}

# Classes that a loader still holds, after collections.
classes() {
    jcmd "$pid" GC.run >/dev/null
    jcmd "$pid" GC.run >/dev/null
    jcmd "$pid" VM.classloaders show-classes 2>/dev/null | grep -oE 'io\.leakage\.[A-Za-z.]+' | sort -u || true
}

# Whether services of ours are registered: a command of the console is one, and so is what it asks.
services() {
    local before
    before="$(wc -l <out)"
    say "leakage:measures"
    answer() {
        tail -n "+$before" out | grep -qE 'arrival_slippage|[Cc]ommand ?[Nn]ot ?[Ff]ound'
    }
    await "an answer about services" answer
    tail -n "+$before" out | grep -q arrival_slippage && echo some || echo none
}

nothing_left() {
    [[ -z "$(classes)" && -z "$(threads)" && -z "$(files)" && -z "$(locks)" ]]
}

is_there() {
    [[ -n "$(threads)" && -n "$(files)" && -n "$(classes)" ]]
}

# Karaf's console is there before its commands are.
knows_kar() {
    say kar:list
    answered '^KAR Name'
}

page_answers() {
    [[ "$(curl -s -m 5 -o /dev/null -w '%{http_code}' "http://127.0.0.1:8080/leakage/v1/health")" == 200 ]]
}

try() {
    host="$1"
    local from=$SECONDS away=gogo-away
    mkdir "$WORK/$host"
    cd "$WORK/$host"
    "unpack_$host"
    mkfifo in
    touch out
    if [[ "$host" == karaf ]]; then
        away=karaf-away
        (start_karaf) <in >out 2>&1 &
    else
        bash -euc "$(words "$host")" <in >out 2>&1 &
    fi
    started=$!
    exec 7>in
    await "a JVM" has_jvm
    if [[ "$host" == karaf ]]; then
        await "a console that knows KAR files" knows_kar
        while read -r line; do
            say "${line//\$DESK/$DESK}"
        done < <(words karaf)
    fi
    await "the page" page_answers
    if [[ "$host" == equinox ]]; then
        is_there || fail "$host: the page answers, but this script sees neither threads nor files of ours"
        echo "$host: installed and answering; nobody was at its console to take it away; $((SECONDS - from)) s"
        exec 7>&-
        kill -9 "$pid"
        wait "$started" || true
        return
    fi
    say "leakage:feeds"
    await "the command's answer" answered '^\(g! \)*no feed is configured'
    is_there || fail "$host: it runs, but threads [$(threads)], files [$(files)], classes $(classes | wc -l): this script looks in the wrong place"
    [[ "$(services)" == some ]] || fail "$host: no service of ours, this script asks wrongly"
    echo "$host: installed and answering; $(threads | wc -l) threads, $(files | wc -l) files, $(classes | wc -l) classes of ours; taking it away …"
    while read -r line; do
        say "$line"
    done < <(words "$away")
    local deadline=$((SECONDS + PATIENCE))
    until nothing_left; do
        [[ $SECONDS -lt $deadline ]] || fail "$host: left behind: threads [$(threads)], files [$(files)], locks [$(locks)], $(classes | wc -l) classes, $(classes | head -3 | paste -sd" ") …"
        sleep 1
    done
    [[ "$(services)" == none ]] || fail "$host: services are left"
    say "$([[ "$host" == karaf ]] && echo 'shutdown -f' || echo 'exit 0')"
    exec 7>&-
    local waited=0
    while kill -0 "$pid" 2>/dev/null && [[ $waited -lt 20 ]]; do
        sleep 1
        waited=$((waited + 1))
    done
    kill "$pid" 2>/dev/null || true
    wait "$started" || true
    echo "$host: no thread, service, open or locked file or class of ours is left; $((SECONDS - from)) s"
}

[[ -d "$DESK/target/bundles" && -f "$DESK/target/leakage-scorecard.kar" ]] || fail "not built: mvn -DskipTests package"
if [[ -z "${LEAKAGE_ALONE:-}" ]]; then
    fetch_hosts
    export LEAKAGE_ALONE=yes
    if unshare -rn true 2>/dev/null; then
        exec unshare -rn bash -c 'ip link set lo up && exec "$@"' - "${BASH_SOURCE[0]}" "$@"
    fi
fi
WORK="$(mktemp -d)"
pid=""
started=""
trap '[[ -z "$pid" ]] || kill -9 "$pid" 2>/dev/null || true; rm -rf "$WORK"' EXIT
[[ $# -gt 0 ]] || set -- felix equinox karaf
for one in "$@"; do
    [[ "$one" =~ ^(felix|equinox|karaf)$ ]] || fail "felix, equinox or karaf, got \"$one\""
    try "$one"
done
