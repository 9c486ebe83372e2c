#!/bin/bash
# Installs a package on a Debian that has nothing else, and uses it: try-deb.sh PACKAGE. `make try-deb` calls it.
#
# Needs root, debootstrap and the network. The mirror and the release are those of this machine's apt; the root directory is gone
# at the end. TRY_DEB_ROOT names a directory with a minimal system to be copied instead of fetched, and is filled where it is empty.
set -euo pipefail
package=$(realpath "$1")
fail() { echo "try-deb: $*" >&2; exit 1; }

work=$(mktemp -d)
root=$work/root
trap 'rm -rf --one-file-system "$work"' EXIT
base=${TRY_DEB_ROOT:-$work/base}
"$(dirname "$0")/minimal-debian.sh" "$base"
cp -a "$base" "$root"
cp "$package" "$root/tmp/"
# /proc tells a program its arguments, and where it is.
mount -t proc proc "$root/proc"
trap 'umount "$root/proc"; rm -rf --one-file-system "$work"' EXIT
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 TERM=xterm-256color "$@"; }
quietly() { "$@" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }; }

echo 'Installing'
quietly inside apt-get update
quietly inside env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "/tmp/${package##*/}"
inside dpkg --verify eigentop | grep -v '/usr/share/\(doc\|man\)/' && fail 'files differ from their sums'
inside eigentop --version

echo 'Analysing the sample that came with it'
sample=/usr/share/eigentop/sample
inside eigentop analyze "$sample/untrained" "$sample"/lambd_0.004000_pdim_128 | tee "$work/table"
[ "$(grep -c features_epoch "$work/table")" -ge 2 ] || fail 'dumps are missing'
inside eigentop themes | grep -q '/usr/share/eigentop/themes/dark.toml' || fail 'the themes are not found'
inside eigentop doctor || fail 'the doctor finds errors'

echo 'Exporting a chart of it'
inside eigentop export "$sample" --chart scatter -o /tmp/scatter.pdf
[ "$(head -c 5 "$root/tmp/scatter.pdf")" = %PDF- ] || fail 'the chart is no PDF'

echo 'Reading the manual'
# A minimal system may leave manuals out.
quietly inside sh -c 'rm -f /etc/dpkg/dpkg.cfg.d/docker; DEBIAN_FRONTEND=noninteractive apt-get install -y -q man-db bash-completion'
inside env MANWIDTH=100 man eigentop | sed -n '1,12p'
inside man eigentop | grep -q 'eigentop analyze' || fail 'the manual lacks a command'

echo 'Completing'
inside bash -c '
  . /usr/share/bash-completion/bash_completion
  _completion_loader eigentop
  complete -p eigentop
  complete_line() {
    COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}; COMP_TYPE=9; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
    "$(complete -p eigentop | sed "s/.*-F \([^ ]*\).*/\1/")" eigentop "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
    printf "%s\n" "${COMPREPLY[@]}" | sed "s/ *$//"
  }
  complete_line eigentop corr | grep -qx correlate || { echo "no command is completed" >&2; exit 1; }
  complete_line eigentop analyze --estimator ro | grep -qx robust || { echo "no value is completed" >&2; exit 1; }
  complete_line eigentop dashboard --theme okabe | grep -qx okabe-ito || { echo "no theme is completed" >&2; exit 1; }
' || fail 'bash completes nothing'

echo 'Removing'
quietly inside apt-get purge -y eigentop
! inside sh -c 'ls -d /usr/bin/eigentop /usr/share/eigentop /usr/share/doc/eigentop' 2>/dev/null || fail 'something is left'
echo 'All is well.'
