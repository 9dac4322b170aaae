#!/bin/sh
# The Debian package holds what it should, names what it needs, and runs where
# it is unpacked. With ATTACHE_PACKAGE=1, for root: it installs in a clean
# system, which takes minutes.
. "${0%/*}/../case.sh"
command -v dpkg-deb >/dev/null || skip "no dpkg"
build=${ATTACHE_BUILD:-$folder}/deb
cmake -S "$root" -B "$build" -D CMAKE_BUILD_TYPE=Release \
  -D CMAKE_INSTALL_PREFIX=/usr -D BUILD_SHARED_LIBS=ON \
  -D ATTACHE_TESTS=OFF >"$out" 2>"$err" || fail "it is not configured"
cmake --build "$build" --parallel "$(getconf _NPROCESSORS_ONLN)" \
  >"$out" 2>"$err" || fail "it does not build"
rm -f "$build"/attache_*.deb
(cd "$build" && cpack -G DEB) >"$out" 2>"$err" || fail "there is no package"

# holds FILE...: the package was unpacked with them.
holds() {
  for file in "$@"; do
    [ -s "unpacked/usr/$file" ] || fail "the package lacks $file"
  done
}
dpkg-deb -f "$build"/attache_*.deb >control
for need in libraptor2-0 librdf0 libpcre2-8-0 liblmdb0 libmicrohttpd12 \
  libcurl3-gnutls libxml2 libjansson4 libutf8proc2 libzstd1; do
  grep -q "^Depends:.*$need" control || fail "it does not depend on $need"
done
dpkg-deb -x "$build"/attache_*.deb unpacked
holds bin/attache include/attache.h share/man/man1/attache.1 \
  share/man/man1/attache-extract.1 share/man/man1/attache-report.1 \
  share/bash-completion/completions/attache \
  share/zsh/vendor-completions/_attache \
  share/fish/vendor_completions.d/attache.fish \
  share/attache/english.model share/attache/ontology/states.ttl
library=$(find unpacked -name 'libattache.so.0')
[ -n "$library" ] || fail "no versioned library"
[ -s "${library%/*}/pkgconfig/attache.pc" ] || fail "no pkg-config file"
program=$folder/unpacked/usr/bin/attache
LD_LIBRARY_PATH=${library%/*} ATTACHE_DATA=$folder/unpacked/usr/share/attache
export LD_LIBRARY_PATH ATTACHE_DATA
attache extract "$root/examples/bilateral-meeting.txt"
gives 0
prints 'att:Agreement'
unset LD_LIBRARY_PATH ATTACHE_DATA

[ -n "${ATTACHE_PACKAGE:-}" ] || exit 0
[ "$(id -u)" = 0 ] || skip "not root"
command -v debootstrap >/dev/null || skip "no debootstrap"
mirror=$(grep -rhoE '(URIs: |^deb .*)?https?://[^ ]*/debian/?( |$)' \
  /etc/apt/sources.list /etc/apt/sources.list.d 2>"$err" |
  grep -oE 'https?://[^ ]*' | head -n 1)
debootstrap --variant=minbase bookworm system "$mirror" >"$out" 2>"$err" ||
  skip "debootstrap makes no system here"
cp "$build"/attache_*.deb system/attache.deb
cp "$root/examples/bilateral-meeting.txt" system/article.txt
chroot system apt-get -qq -y --no-install-recommends install /attache.deb \
  >"$out" 2>"$err" || fail "it does not install"
chroot system attache extract /article.txt >"$out" 2>"$err" ||
  fail "it does not run"
prints 'att:Agreement'
chroot system attache report -o /report.html /article.txt 2>"$err" ||
  fail "it makes no report"
