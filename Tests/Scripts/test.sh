#!/bin/bash
# Runs every test, shows what failed and one closing line; exits as `swift test` does.
#
# All output goes to a file and input comes from nowhere: a process started by a test that inherits a pipe would keep
# this script waiting after the tests have ended.
set -u
cd "$(dirname "$0")/../.."
mkdir -p .build
log="$PWD/.build/test.log"

# Whole modules without optimization, as a release: compiled as fast as for debugging, and the programs that tests start by
# the thousand need two thirds of the time, since the argument parser does not check its own commands each time. A folder
# of their own keeps what `make build` made.
build=(-c release -Xswiftc -Onone -Xswiftc -enable-testing -Xswiftc -gnone --scratch-path .build/tests)

echo "test: building"
if ! swift build "${build[@]}" --build-tests </dev/null >"$log" 2>&1; then
  grep -E 'error:|warning:' "$log" | sort -u | head -n 60
  echo "test: the build failed; all of it is in .build/test.log"
  exit 1
fi
grep -E 'warning:' "$log" | sort -u | head -n 20

# Thousands of small books are made and thrown away: where there is room they lie in memory, not on the disk.
room=$(df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 { print $4 }')
if [ -z "${TMPDIR:-}" ] && [ -w /dev/shm ] && [ "${room:-0}" -gt 2000000 ]; then export TMPDIR=/dev/shm; fi

echo "test: running"
# The limit is for a run that never ends; no test is timed.
timeout --kill-after=10 "${TEST_MINUTES_MAX:-30}m" swift test "${build[@]}" --skip-build </dev/null >"$log" 2>&1
status=$?
closing=$(grep -aE 'Test run with [0-9]+ tests?' "$log" | tail -n 1 | sed 's/^[^A-Za-z]*//')
if [ "$status" -ne 0 ]; then
  # What failed, with what was expected and said about it, without the lines of what passed.
  awk '/^✘|: error:|Fatal error|unexpected signal/ { print; shown = 1; next }
       /^(◇|✔|⚠)|^Test (Suite|Case)|^\[|^Images/ { shown = 0 }
       shown && lines++ < 400 { print }' "$log"
  echo "test: FAILED (exit $status). ${closing:-The run did not end by itself.} All of it is in .build/test.log"
  exit "$status"
fi
# A runner that passes while running nothing has not passed.
if ! printf '%s' "$closing" | grep -qE 'with [1-9][0-9]* tests?'; then
  echo "test: FAILED: no test was run. All of it is in .build/test.log"
  exit 1
fi
# What was not judged is said, so that nobody takes it for passed.
grep -aE '^➜? ?.*Test .* skipped' "$log" | sed 's/^[^A-Za-z]*/test: /' | sort -u | head -n 20
echo "test: passed. $closing"
