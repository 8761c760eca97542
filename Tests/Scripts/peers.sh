#!/bin/sh
# Tries to install the programs that judge what is exported: hledger, ledger and beancount the journals, openpyxl the
# workbooks, a browser the pages, jsonschema the JSON. Never fails: a test whose
# program is missing is skipped and says so. Does nothing when all are there, or when BGT_NO_PEERS is set.
set -u
# Where pip puts programs for one user.
PATH="$PATH:${HOME:-}/.local/bin"

missing=""
command -v hledger >/dev/null 2>&1 || missing="$missing hledger"
command -v ledger >/dev/null 2>&1 || missing="$missing ledger"
if ! command -v bean-check >/dev/null 2>&1 || ! command -v bean-query >/dev/null 2>&1; then missing="$missing beancount"; fi
command -v pdfinfo >/dev/null 2>&1 || missing="$missing poppler-utils"
browser=""
for program in chromium google-chrome google-chrome-stable chromium-browser; do
  command -v "$program" >/dev/null 2>&1 && browser=$program
done
[ -n "$browser" ] || missing="$missing chromium fonts-noto-cjk"
python3 -c 'import openpyxl' >/dev/null 2>&1 || missing="$missing python3-openpyxl"
python3 -c 'import jsonschema' >/dev/null 2>&1 || missing="$missing python3-jsonschema"
[ -n "$missing" ] || exit 0
[ -z "${BGT_NO_PEERS:-}" ] || exit 0

as=""
if [ "$(id -u)" != 0 ]; then as="sudo -n"; fi
if command -v apt-get >/dev/null 2>&1; then
  echo "peers: trying to install$missing with apt-get"
  timeout 120 $as apt-get -qq update </dev/null >/dev/null 2>&1
  # One after the other: a system that lacks one may have the next.
  for package in $missing; do
    timeout 300 $as env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$package" \
      </dev/null >/dev/null 2>&1
  done
fi
if ! command -v bean-check >/dev/null 2>&1 && command -v pip3 >/dev/null 2>&1; then
  echo "peers: trying to install beancount with pip"
  timeout 300 pip3 -q install --user beancount beanquery </dev/null >/dev/null 2>&1
fi
for module in openpyxl jsonschema; do
  # A Python of one's own does not see the packages of the system.
  python3 -c "import $module" >/dev/null 2>&1 || timeout 300 pip3 -q install --user "$module" </dev/null >/dev/null 2>&1
  python3 -c "import $module" >/dev/null 2>&1 || echo "peers: $module could not be installed; its tests will be skipped"
done
for program in hledger ledger bean-check bean-query pdfinfo; do
  command -v "$program" >/dev/null 2>&1 || echo "peers: $program could not be installed; its tests will be skipped"
done
exit 0
