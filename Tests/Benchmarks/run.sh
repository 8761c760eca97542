#!/bin/sh
# Measures bgt beside ledger and hledger on the same generated journals and prints the figures and ratios.
#
#   BGT=PATH            the binary to measure (default .build/bgt)
#   BENCH_SIZES="..."   transactions a journal (default "10000 100000 1000000")
#   BENCH_PEERS_1M=1    run ledger and hledger on a million transactions too: minutes, and 10 GB of memory
#   BENCH_DATA=FOLDER   where journals and books are put (default bench-data)
set -eu
cd "$(dirname "$0")/../.."
if ! command -v python3 >/dev/null 2>&1; then
  echo "bench: python3 is missing; install it, on Debian with: apt-get install python3" >&2
  exit 1
fi
PYTHONDONTWRITEBYTECODE=1 exec python3 Tests/Benchmarks/bench.py
