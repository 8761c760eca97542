#!/bin/bash
# two-processes.sh [SECONDS] [PROCESSES]: several processes record into one book at once, most of them one event after
# the other, dates and vouchers' types mixed. Then the book must hold every event that was acknowledged, number its
# vouchers without a gap in each book, type and month, and verify.
set -u
cd "$(dirname "$0")/../.."
seconds=${1:-60}
processes=${2:-2}
bgt=${BGT:-.build/debug/bgt}
[ -x "$bgt" ] || { echo "two-processes: build first, or name the program in BGT"; exit 2; }
bgt=$(realpath "$bgt")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
book=$folder/test.book

"$bgt" --book "$book" init --numbering cash --title 试验 >/dev/null || exit 1
"$bgt" record programme 拨改投 --book "$book" >/dev/null || exit 1
"$bgt" record budget 2022/拨改投 10亿元 --date 2022-01-01 --book "$book" >/dev/null || exit 1

worker() {
  local end=$((SECONDS + seconds)) count=0 refused=0
  while [ $SECONDS -lt $end ]; do
    local month=$((count % 12 + 1)) from=国库存款 to=其他费用
    case $((count % 3)) in 1) from=其他费用 to=其他财政存款 ;; 2) from=投资收益 to=其他费用 ;; esac
    if BGT_ACTOR="甲$1" "$bgt" record entry "第 $1-$count 笔" "$from=1.00" "$to=-1.00" --date "2022-$month-15" \
      --book "$book" >/dev/null 2>"$folder/errors.$1"; then
      echo "第 $1-$count 笔" >>"$folder/done.$1"
    else
      refused=$((refused + 1))
      cat "$folder/errors.$1" >>"$folder/refused.$1"
    fi
    count=$((count + 1))
  done
  echo "two-processes: process $1: $((count - refused)) recorded, $refused refused"
}

for number in $(seq 1 "$processes"); do worker "$number" & done
wait
cat "$folder"/refused.* 2>/dev/null | sort | uniq -c | head

sql() { sqlite3 -readonly "$book" "$1"; }
command -v sqlite3 >/dev/null || { echo "two-processes: sqlite3 is needed to count"; exit 2; }
acknowledged=$(cat "$folder"/done.* | wc -l)
stored=$(sql "SELECT count(*) FROM voucher WHERE rule = 'entry'")
lost=$(cat "$folder"/done.* | sort | comm -23 - <(sql "SELECT narration FROM voucher WHERE rule = 'entry'" | sort) | wc -l)
gaps=$(sql "SELECT count(*) FROM (SELECT book, type, month FROM voucher GROUP BY 1, 2, 3
  HAVING max(number) <> count(*) OR min(number) <> 1 OR count(DISTINCT number) <> count(*))")
series=$(sql "SELECT count(*) FROM (SELECT DISTINCT book, type, month FROM voucher)")
echo "two-processes: $seconds s, $processes processes: $acknowledged acknowledged, $stored stored, $lost lost;" \
  "$series series, $gaps with gaps"
"$bgt" --book "$book" verify || exit 1
[ "$acknowledged" = "$stored" ] && [ "$lost" = 0 ] && [ "$gaps" = 0 ]
