#!/bin/sh
# Installs the Debian packages named as arguments that are missing, and checks that Swift 6.1 or newer is there.
# Does nothing, and needs no network, when all is present.
set -eu

missing=""
for package in "$@"; do
  status=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)
  case "$status" in
    *" installed") ;;
    *)
      # A tool may also be there without its package.
      case "$package" in
        lib*) missing="$missing $package" ;;
        *) command -v "$package" >/dev/null 2>&1 || missing="$missing $package" ;;
      esac
      ;;
  esac
done

if [ -n "$missing" ]; then
  if ! command -v apt-get >/dev/null 2>&1; then
    echo "deps: missing:$missing. This is no Debian system; please install their like by hand." >&2
    exit 1
  fi
  as=""
  if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
      echo "deps: missing:$missing. Please run, as root: apt-get install$missing" >&2
      exit 1
    fi
    as="sudo"
  fi
  echo "deps: installing$missing with apt-get"
  $as apt-get -qq update
  # shellcheck disable=SC2086 # the list is meant to be split
  DEBIAN_FRONTEND=noninteractive $as apt-get -qq install -y --no-install-recommends $missing </dev/null
fi

if ! command -v swift >/dev/null 2>&1; then
  echo "deps: there is no 'swift' on the PATH. Install Swift 6.1 or newer from https://swift.org/install and try again." >&2
  exit 1
fi
version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
case "${version:-0.0}" in
  [0-5].* | 6.0)
    echo "deps: Swift ${version:-of unknown version} is too old; 6.1 or newer is needed (https://swift.org/install)." >&2
    exit 1
    ;;
esac
echo "deps: Swift $version; $* are there"
