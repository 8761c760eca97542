#!/bin/sh
# Tries to install the peer programs that judge exports: hledger, ledger and beancount, and openpyxl for workbooks. Never fails: a test whose
# program is missing is skipped and says so. Does nothing when all are there, or when BGT_NO_PEERS is set.
set -u
# Where pip puts programs for one user.
PATH="$PATH:${HOME:-}/.local/bin"

missing=""
command -v hledger >/dev/null 2>&1 || missing="$missing hledger"
command -v ledger >/dev/null 2>&1 || missing="$missing ledger"
if ! command -v bean-check >/dev/null 2>&1 || ! command -v bean-query >/dev/null 2>&1; then missing="$missing beancount"; fi
if ! python3 -c 'import openpyxl' >/dev/null 2>&1; then missing="$missing python3-openpyxl"; fi
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
if ! python3 -c 'import openpyxl' >/dev/null 2>&1 && command -v pip3 >/dev/null 2>&1; then
  echo "peers: trying to install openpyxl with pip"
  timeout 300 pip3 -q install --user openpyxl </dev/null >/dev/null 2>&1
fi
python3 -c 'import openpyxl' >/dev/null 2>&1 || echo "peers: openpyxl could not be installed; its tests will be skipped"
for program in hledger ledger bean-check bean-query; do
  command -v "$program" >/dev/null 2>&1 || echo "peers: $program could not be installed; its tests will be skipped"
done
exit 0
