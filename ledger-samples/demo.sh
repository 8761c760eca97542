#!/bin/sh
# The four jobs on five invented years of a city's books, so that a newcomer sees what the program does.
# Called by `make demo`; BGT names the binary. The book and the report stay in a folder of their own under /tmp.
set -eu
cd "$(dirname "$0")"
BGT=${BGT:-bgt}
DEMO_LANG=${DEMO_LANG:-$(case "${LC_ALL:-${LANG:-}}" in zh*) echo zh ;; *) echo en ;; esac)}
BOOK=$(mktemp -d)/demo.book
export BGT_BOOK="$BOOK" BGT_LANG="$DEMO_LANG" COLUMNS="${COLUMNS:-100}"

say() { if [ "$DEMO_LANG" = zh ]; then printf '\n\033[1m%s\033[0m\n' "$1"; else printf '\n\033[1m%s\033[0m\n' "$2"; fi; }
run() { printf '\033[36m$ bgt'; for word in "$@"; do printf ' %s' "$word"; done; printf '\033[0m\n'; "$BGT" "$@"; }

say "一、导入样本：聊城市 2019–2023 年的拨改投账（名称和数字均为虚构）" \
    "1. Import the sample: a city's books of 2019–2023 (names and figures are invented)"
run import liaocheng/main.journal

say "二、记录一笔投资：承诺、实缴、同轮社会资本和银行贷款一次记入" \
    "2. Record an investment: commitment, payment, the others' money and a loan in one command"
run invest 湖光精工/A 300万元 --date 2023-11-20 --envelope 2023/拨改投 --share 6% \
  --party 湖光精工 --method 直接投资 --term 5y --with 凌湖创投=1200万元 --loan 运河农商行=800万元 --evidence 增资协议

say "三、计算放大倍数" "3. Compute leverage ratios"
run leverage --as-of 2023-12-31 --unit 万元

say "四、年度投资组合报告" "4. The yearly portfolio report"
run report year 2022 --unit 万元 -o "$(dirname "$BOOK")/year-2022.txt"
head -n 72 "$(dirname "$BOOK")/year-2022.txt"
say "……（全文在 $(dirname "$BOOK")/year-2022.txt）" "… (the whole report: $(dirname "$BOOK")/year-2022.txt)"

say "五、与预算对账：有未解释的差异时退出码为 1" "5. Reconcile against budgets: exit code 1 when a difference is unexplained"
run reconcile 2022 --unit 万元

say "超出指标的付款会被拒绝（退出码 3），账上不留痕迹" "A payment beyond its envelope is refused (exit code 3) and leaves no trace"
code=0
run record pay 湖光精工/A 99亿元 --envelope 2023/拨改投 --date 2023-12-20 || code=$?
test "$code" = 3

say "最后校验全部：哈希链、凭证、编号、余额、指标" "Finally verify everything: chain, vouchers, numbers, balances, quotas"
run verify

say "账簿在 $BOOK；试试 bgt --book $BOOK register 股权投资，或 bgt --help" \
    "The book is $BOOK; try bgt --book $BOOK register 股权投资, or bgt --help"
