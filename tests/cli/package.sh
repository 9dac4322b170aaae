#!/bin/sh
# The Debian package installs in a clean system, with what it needs, and runs.
# Slow, and for root: run with ATTACHE_PACKAGE=1.
. "${0%/*}/../case.sh"
[ -n "${ATTACHE_PACKAGE:-}" ] || skip "ATTACHE_PACKAGE is not set"
[ "$(id -u)" = 0 ] || skip "not root"
command -v debootstrap >/dev/null || skip "no debootstrap"
cmake -S "$root" -B build -D CMAKE_BUILD_TYPE=Release \
  -D CMAKE_INSTALL_PREFIX=/usr -D BUILD_SHARED_LIBS=ON \
  -D ATTACHE_TESTS=OFF >"$out" 2>"$err" || fail "it is not configured"
cmake --build build >"$out" 2>"$err" || fail "it does not build"
(cd build && cpack -G DEB) >"$out" 2>"$err" || fail "there is no package"
mirror=$(grep -rhoE '(URIs: |^deb .*)?https?://[^ ]*/debian/?( |$)' \
  /etc/apt/sources.list /etc/apt/sources.list.d 2>"$err" |
  grep -oE 'https?://[^ ]*' | head -n 1)
debootstrap --variant=minbase bookworm system "$mirror" >"$out" 2>"$err" ||
  skip "debootstrap makes no system here"
cp build/attache_*.deb system/attache.deb
cp "$root/examples/bilateral-meeting.txt" system/article.txt
chroot system apt-get -qq -y --no-install-recommends install /attache.deb \
  >"$out" 2>"$err" || fail "it does not install"
chroot system attache extract /article.txt >"$out" 2>"$err" ||
  fail "it does not run"
prints 'att:Agreement'
chroot system attache report -o /report.html /article.txt 2>"$err" ||
  fail "it makes no report"
chroot system sh -c 'test -s /usr/share/man/man1/attache-extract.1 ||
  test -s /usr/share/man/man1/attache-extract.1.gz' || fail "no manual page"
# The library is there with its version, and programs find it.
[ -e system/usr/lib/*/libattache.so.0 ] || fail "no versioned library"
