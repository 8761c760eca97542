"""Every command line that is measured, in one place.

{bgt}, {ledger} and {hledger} are the programmes, {journal} the generated file, {book} the book made from it.
"""

# One event recorded durably by a process of its own; {n} counts the runs, so that every event is a new one.
RECORD = (
    "{bgt} --book {book} record entry --date 2024-01-02 --narration 'Bench {n}'"
    " --line 'Expenses:Group01:Item01 1.00 CNY' --line 'Assets:Bank:Account01 -1.00 CNY'"
)
IMPORT = "{bgt} --book {book} import {journal}"
FILE_BALANCE = "{bgt} -f {journal} balance"
FILE_BALANCE_CSV = "{bgt} -f {journal} balance --format csv"
BOOK_BALANCE_CSV = "{bgt} --book {book} balance --format csv"
VERSION = "{bgt} --version"

# Reports from the book; the exit code 1 is an answer, as when something is not reconciled.
REPORTS = {
    "book: balance": "{bgt} --book {book} balance",
    "book: report year 2022": "{bgt} --book {book} report year 2022",
    "book: leverage": "{bgt} --book {book} leverage",
    "book: reconcile 2022": "{bgt} --book {book} reconcile 2022",
    "book: returns": "{bgt} --book {book} returns",
}
ANSWERS = (0, 1)

LEDGER_BALANCE = "{ledger} -f {journal} balance"
LEDGER_PRINT = "{ledger} -f {journal} print"
LEDGER_SUMS = "{ledger} -f {journal} balance --flat --no-total --empty --format '%(account)\\t%(display_total)\\n'"
LEDGER_VERSION = "{ledger} --version"
HLEDGER_BALANCE = "{hledger} -f {journal} balance"
HLEDGER_SUMS = "{hledger} -f {journal} balance --flat --no-total --empty --output-format csv"
HLEDGER_VERSION = "{hledger} --version"
