#!/bin/sh
# Makes a Debian package of a built program: make-deb.sh PROGRAM DIRECTORY. `make deb` calls it.
#
# PROGRAM needs no Swift at run time (--static-swift-stdlib). The package is written into DIRECTORY. Times are those of the last
# commit, so that the same input makes the same bytes.
set -eu
umask 022
export LC_ALL=C
program=$(realpath "$1")
output=$(realpath "$2")
cd "$(dirname "$0")/../../.."

version=$("$program" --version | cut -d ' ' -f 2)
architecture=$(dpkg --print-architecture)
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || stat -c %Y CHANGELOG.md)}
export SOURCE_DATE_EPOCH

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM HUP
root=$work/root
doc=$root/usr/share/doc/eigentop

make --no-print-directory install-files PROGRAM="$program" DESTDIR="$root" PREFIX=/usr ZSH=share/zsh/vendor-completions
strip --remove-section=.comment --remove-section=.note "$root/usr/bin/eigentop"
gzip -9n "$root"/usr/share/man/man1/*.1 "$doc/CHANGELOG.md"

# The licences are in the copyright file; the changes are those of the program.
rm "$doc/LICENSE"
install -m 644 Sources/eigentop/Packaging/copyright "$doc/copyright"
{
  printf 'eigentop (%s) stable; urgency=medium\n\n  * See CHANGELOG.md.gz.\n\n' "$version"
  printf ' -- The eigentop authors <eigentop@localhost>  %s\n' "$(date -u -R -d "@$SOURCE_DATE_EPOCH")"
} | gzip -9n >"$doc/changelog.Debian.gz"

# What it is linked to, with versions where they can be found out, else as on Debian 12. Charts are exported with these letters.
libraries='libc6 (>= 2.36), libcairo2, libfontconfig1, libgcc-s1, liblapacke, libncursesw6, libopenblas0, libsqlite3-0, libstdc++6, libtinfo6, libxxhash0'
if command -v dpkg-shlibdeps >/dev/null; then
  mkdir "$work/debian"
  printf 'Source: eigentop\n\nPackage: eigentop\nArchitecture: any\n' >"$work/debian/control"
  found=$(cd "$work" && dpkg-shlibdeps -O --ignore-missing-info root/usr/bin/eigentop 2>/dev/null) || found=
  libraries=${found#shlibs:Depends=}
fi

mkdir "$root/DEBIAN"
cat >"$root/DEBIAN/control" <<END
Package: eigentop
Version: $version
Architecture: $architecture
Maintainer: The eigentop authors <eigentop@localhost>
Installed-Size: $(du -sk --apparent-size --exclude=DEBIAN "$root" | cut -f 1)
Depends: ${libraries}, fonts-dejavu-core
Suggests: python3-numpy
Section: science
Priority: optional
Description: dashboard of the eigenspectra of neural-network features
 Finds feature dumps below directories, computes the eigenvalues of their
 covariances in the background, and shows the decay coefficient of each
 spectrum (alpha-ReQ, Agrawal et al., NeurIPS 2022) beside the accuracies of
 the models. All numbers are also printed as tables, JSON and CSV.
END
(cd "$root" && find usr -type f | sort | xargs -d '\n' md5sum) >"$root/DEBIAN/md5sums"

# One thread, as several would divide what they compress by their number.
DPKG_DEB_THREADS_MAX=1 dpkg-deb --root-owner-group -Zxz --build "$root" "$output/eigentop_${version}_$architecture.deb"
