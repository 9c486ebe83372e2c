#!/bin/bash
# A minimal Debian in a directory, by debootstrap: minimal-debian.sh DIRECTORY. One that is there already stays as it is.
# The mirror and the release are those of this machine's apt.
set -euo pipefail
base=$1
[ ! -e "$base/etc/debian_version" ] || exit 0
fail() { echo "minimal-debian: $*" >&2; exit 1; }
[ "$(id -u)" -eq 0 ] || fail 'root is needed for chroot'
command -v debootstrap >/dev/null || fail 'debootstrap is missing: apt-get install debootstrap'
. /etc/os-release
mirror=$(apt-get indextargets --format '$(SITE) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
  awk -v release="$VERSION_CODENAME" '$2 == release && $3 == "main" { print $1; exit }')
[ -n "$mirror" ] || fail "apt of this machine knows no mirror of $VERSION_CODENAME"
echo "A minimal $VERSION_CODENAME from $mirror"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
debootstrap --variant=minbase "$VERSION_CODENAME" "$base" "$mirror" >"$log" || { cat "$log"; exit 1; }
