"""Every command line that is measured, in one place.

{bgt}, {ledger} and {hledger} are the programmes, {journal} the generated file, {book} the book made from it, {statement} a
generated statement of a bank.
"""

# One event recorded durably by a process of its own; {n} counts the runs, so that every event is a new one.
RECORD = (
    "{bgt} record entry 'Bench {n}' Expenses:Group01:Item01=1.00 Assets:Bank:Account01=-1.00"
    " --date 2024-01-02 --book {book}"
)
IMPORT = "{bgt} --book {book} import {journal}"
FILE_BALANCE = "{bgt} -f {journal} balance"
FILE_BALANCE_CSV = "{bgt} -f {journal} balance --format csv"
BOOK_BALANCE_CSV = "{bgt} --book {book} balance --format csv"
VERSION = "{bgt} --version"
# A register (台账) of investments into a book with an envelope, and the same register as a workbook.
EXPORT_REGISTER = "{bgt} --book {book} export register investments -o {journal}"

# A statement of the bank account that its journal moves: looked at, recorded, its proposals confirmed.
STATEMENT_DRY_RUN = "{bgt} --book {book} reconcile statement {statement} --account Assets:Bank --dry-run"
STATEMENT_RECORD = "{bgt} --book {book} reconcile statement {statement} --account Assets:Bank"
STATEMENT_CONFIRM = "{bgt} --book {book} reconcile confirm"

# Reports from the book; the exit code 1 is an answer. A book of plain vouchers has no envelopes to reconcile.
REPORTS = {
    "book: balance": "{bgt} --book {book} balance",
    "book: trial-balance": "{bgt} --book {book} trial-balance",
    "book: statement balance-sheet": "{bgt} --book {book} statement balance-sheet",
    "book: statement income": "{bgt} --book {book} statement income",
    "book: statement cash-flow": "{bgt} --book {book} statement cash-flow",
    "book: ledger": "{bgt} --book {book} ledger",
    "book: dimensions": "{bgt} --book {book} dimensions",
    "book: register, one account": "{bgt} --book {book} register Assets:Bank:Account01",
    "book: register, all": "{bgt} --book {book} register",
    "book: journal, one month": "{bgt} --book {book} journal --month 2022-06",
    "book: daybook, one account": "{bgt} --book {book} daybook Assets:Bank:Account01 --month 2022-06",
    "book: print": "{bgt} --book {book} print",
    "book: accounts": "{bgt} --book {book} accounts",
    "book: stats": "{bgt} --book {book} stats",
    "book: balance by month": "{bgt} --book {book} balance -M",
    "book: balance as XLSX": "{bgt} --book {book} balance --format xlsx",
    "book: report year 2022": "{bgt} --book {book} report year 2022",
    "book: report year 2022 as HTML": "{bgt} --book {book} report year 2022 --format html",
    "book: leverage": "{bgt} --book {book} leverage",
    "book: returns": "{bgt} --book {book} returns",
    "book: cashflow": "{bgt} --book {book} cashflow",
}
ANSWERS = (0, 1)

LEDGER_BALANCE = "{ledger} -f {journal} balance"
LEDGER_PRINT = "{ledger} -f {journal} print"
LEDGER_SUMS = "{ledger} -f {journal} balance --flat --no-total --empty --format '%(account)\\t%(display_total)\\n'"
LEDGER_VERSION = "{ledger} --version"
HLEDGER_BALANCE = "{hledger} -f {journal} balance"
HLEDGER_SUMS = "{hledger} -f {journal} balance --flat --no-total --empty --output-format csv"
HLEDGER_VERSION = "{hledger} --version"
