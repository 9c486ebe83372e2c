#!/bin/bash
# Does what the README says on a Debian that has nothing else: `make try-fresh` calls it. One line at the end says what failed, or that all
# is well. The committed tree is tried, not what is uncommitted.
#
# Needs root, debootstrap and the network. The mirror and the release are those of this machine's apt; Swift is this machine's, read-only.
# The system is gone at the end. TRY_FRESH_ROOT names a directory with a minimal system to be copied instead of fetched, and is filled where
# it is empty. BLAS=Zen (any value of OPENBLAS_CORETYPE) runs everything with that kernel.
set -euo pipefail
here=$(realpath "$(dirname "$0")")
tree=$(git -C "$here" rev-parse --show-toplevel)
fail() { echo "try-fresh: $*" >&2; exit 1; }
[ "$(id -u)" -eq 0 ] || fail 'root is needed for chroot'
command -v debootstrap >/dev/null || fail 'debootstrap is missing: apt-get install debootstrap'
swift=$(dirname "$(dirname "$(dirname "$(realpath "$(command -v swift)")")")")
[ -x "$swift/usr/bin/swift" ] || fail "no toolchain above $(command -v swift)"

work=$(mktemp -d "${TMPDIR:-/var/tmp}/try-fresh.XXXXXX")
root=$work/root
# A mount that is left would be emptied with the directory.
clean_up() {
  awk -v below="$root/" 'index($2, below) == 1 { print $2 }' /proc/mounts | sort -r | xargs -r umount -l
  rm -rf --one-file-system "$work"
}
trap clean_up EXIT

"$here/minimal-debian.sh" "${TRY_FRESH_ROOT:-$work/base}"
cp -a "${TRY_FRESH_ROOT:-$work/base}" "$root"
for system in proc sys dev dev/pts; do mount --rbind "/$system" "$root/$system" 2>/dev/null || mount --bind "/$system" "$root/$system"; done
mkdir -p "$root/toolchain"
mount --bind "$swift" "$root/toolchain" && mount -o remount,bind,ro "$root/toolchain"
# Where git is told to take packages from elsewhere on this machine, it needs those places, and to be told.
git config --get-regexp '^url\..*\.insteadof$' 2>/dev/null | while read -r key value; do
  place=${key#url.} place=${place%.insteadof}
  git config --file "$root/etc/gitconfig" --add "$key" "$value"
  case $place in
    /*)
      mkdir -p "$root$place"
      mountpoint -q "$root$place" || { mount --bind "$place" "$root$place" && mount -o remount,bind,ro "$root$place"; } ;;
  esac
done
git config --file "$root/etc/gitconfig" --add safe.directory '*'

inside() {
  chroot "$root" env -i PATH=/toolchain/usr/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME="${home:-/root}" LANG=C.UTF-8 TERM=xterm-256color \
    ${BLAS:+OPENBLAS_CORETYPE="$BLAS"} "$@"
}
quietly() { "$@" >"$work/log" 2>&1 || { tail -n 60 "$work/log"; return 1; }; }

echo 'What Swift itself asks for, and the first line of the README'
quietly inside apt-get update
# https://www.swift.org/install/linux/: what the toolchain needs of Debian.
quietly inside env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
  binutils libc6-dev libcurl4 libedit2 libgcc-12-dev libncurses6 libpython3.11 libsqlite3-0 libstdc++-12-dev libxml2 libz3-4 pkg-config tzdata \
  zlib1g-dev git ca-certificates || fail "what Swift needs cannot be installed"
quietly inside env DEBIAN_FRONTEND=noninteractive apt-get install -y make || fail 'make cannot be installed'

# The clone has the tree's commit only; the tree stays where nothing inside can reach it.
git clone -q --no-hardlinks "$tree" "$root/home/eigentop"
cp "$here/open-dashboard.py" "$root/tmp/"

# As somebody: the suite, then the dashboard on the sample data in a terminal, until it shows them and is quit.
try_as() {
  local who=$1 home=$2; shift 2
  echo "As $who: make test"
  inside env HOME="$home" "$@" make -C /home/eigentop test >"$work/test-$who.log" 2>&1 || {
    sed -n '/^What failed:/,$p' "$work/test-$who.log" | head -n 60
    fail "make test, as $who: $(grep -aE '^✘ Test run|^error:|^make.*Error' "$work/test-$who.log" | head -n 1)"
  }
  grep -aE '^✔ Test run' "$work/test-$who.log"
  sed -n '/^Skipped:/,$p' "$work/test-$who.log"
  echo "As $who: make run"
  inside env HOME="$home" "$@" python3 /tmp/open-dashboard.py make -C /home/eigentop run >"$work/run-$who.log" 2>&1 || {
    tail -n 40 "$work/run-$who.log"
    fail "make run, as $who: $(tail -n 1 "$work/run-$who.log")"
  }
  tail -n 1 "$work/run-$who.log"
}

try_as root /root
# An ordinary user, with the build that is there: what differs is what may be read, written and mounted.
inside useradd --create-home user
inside chown -R user:user /home/eigentop
# What root's build has locked.
rm -f "$root"/tmp/*.lock
try_as user /home/user setpriv --reuid=user --regid=user --init-groups --
echo 'All is well.'
