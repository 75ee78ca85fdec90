#!/usr/bin/env bash
# A whole demo day in a network namespace in which there is only this machine. Whatever is sent or connected to anywhere else, over TCP or UDP,
# a name that is looked up too, has no way there and is counted by the kernel; one is enough to fail:
#   itests/offline.sh [ARGUMENTS OF features/demo.sh]        (--headless when there are none)
# Needs unshare with the right to use it (user namespaces or root), and iproute2.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Packets and connections that found no route, IPv4 and IPv6.
without_route() {
    awk '/^Ip: [0-9]/ {for (i = 1; i <= NF; i++) if (name[i] == "OutNoRoutes") sum += $i}
         /^Ip: [A-Z]/ {for (i = 1; i <= NF; i++) name[i] = $i}
         /^Ip6OutNoRoutes/ {sum += $2}
         END {print sum + 0}' /proc/net/snmp /proc/net/snmp6
}

if [[ -z "${LEAKAGE_ALONE:-}" ]]; then
    features/demo.sh --help >/dev/null   # builds what is missing while there is a network
    unshare -rn true 2>/dev/null || { echo "offline.sh: no right to make a network namespace (unshare -rn)" >&2; exit 2; }
    LEAKAGE_ALONE=yes exec unshare -rn bash -c 'ip link set lo up && exec bash "$@"' - "itests/$(basename "${BASH_SOURCE[0]}")" "$@"
fi
[[ $# -gt 0 ]] || set -- --headless
features/demo.sh "$@"
sent="$(without_route)"
# what a call home would look like: one to an address that nobody has (RFC 5737)
(: >/dev/tcp/192.0.2.1/443) 2>/dev/null || true
[[ "$(without_route)" -gt "$sent" ]] || { echo "offline.sh: a connection outside is not counted here, so this shows nothing" >&2; exit 2; }
[[ "$sent" -eq 0 ]] || { echo "offline.sh: FAILED: $sent packets or connections to somewhere else" >&2; exit 1; }
echo "offline.sh: a whole run, and nothing was sent or connected to anywhere but this machine" >&2
