"""Measures bgt beside ledger and hledger; see run.sh for what can be set.

A figure that misses its bar is printed as such and is no failure; a command that fails or a sum that differs is one.
"""

import os
import platform
import shlex
import shutil
import sys

import commands
import journal
import register
import sums
import table
from measure import CommandFailed, Measured, output, run

FOLDER = os.environ.get("BENCH_DATA", "bench-data")
SIZES = [int(size) for size in os.environ.get("BENCH_SIZES", "10000 100000 1000000").split()]
STARTS = 21
REGISTER_ROWS = 10_000
BAR_SIZE = 100_000  # the size that the bars are stated for


class Bench:
    """The programmes that are there, and what is measured with them."""

    def __init__(self) -> None:
        named = os.environ.get("BGT", ".build/bgt")
        self.programmes = {name: shutil.which(name) for name in ("ledger", "hledger")}
        self.programmes["bgt"] = shutil.which(named)
        if self.programmes["bgt"] is None and "BGT" in os.environ:
            raise CommandFailed(f"BGT={named} is no programme")
        self.differing = False

    def has(self, template: str) -> bool:
        """Whether the programme of a command line is there."""
        return self.programmes[template[1 : template.index("}")]] is not None

    def line(self, template: str, n: int = 0, **paths: str) -> str:
        """A command line with the programmes, the paths and the number of the run filled in."""
        words = {name: path or name for name, path in {**self.programmes, **paths}.items()}
        return template.format(n=n, **{name: shlex.quote(word) for name, word in words.items()})

    def size(self, transactions: int) -> None:
        """Measures everything on one journal and prints it."""
        path, expected = journal.prepared(FOLDER, transactions)
        book = os.path.join(FOLDER, "bench.book")
        runs = 5 if transactions <= 10_000 else 3 if transactions <= 100_000 else 1
        with_peers = transactions < 1_000_000 or os.environ.get("BENCH_PEERS_1M") == "1"
        rows = self.rounds(self.chosen(with_peers), runs, path, book)
        postings = f"{transactions * 3:,} postings, {os.path.getsize(path) / 1e6:.1f} MB"
        table.show(f"{transactions:,} transactions ({postings}), median of {runs}", rows, ["ledger bal", "hledger bal"])
        for name in ("bgt import", "bgt -f FILE balance"):
            if name in rows:
                print(f"  {name}: {rows[name].wall / transactions * 1e6:.2f} µs a transaction")
        if transactions == BAR_SIZE:
            self.bars(rows)
        self.check_sums(path, book, expected, with_peers)
        remove_book(book)

    def rounds(
        self, lines: dict[str, str], runs: int, path: str, book: str, **paths: str
    ) -> dict[str, Measured]:
        """Runs every command once a round, so that all share the machine's good and bad moments; one round more
        takes the memory, or the only one where one run is enough."""
        rows = {name: Measured() for name in lines}
        for turn in range(1 if runs == 1 else runs + 1):
            for name, template in lines.items():
                if template is commands.IMPORT:
                    remove_book(book)
                answers = commands.ANSWERS if name in commands.REPORTS else (0,)
                run(self.line(template, n=turn, journal=path, book=book, **paths), rows[name], answers, with_memory=turn == 0)
        return rows

    def chosen(self, with_peers: bool) -> dict[str, str]:
        """The command lines to measure on a journal, by name."""
        ours = {"bgt import": commands.IMPORT, "bgt -f FILE balance": commands.FILE_BALANCE, **commands.REPORTS}
        peers = {
            "ledger bal": commands.LEDGER_BALANCE,
            "ledger print": commands.LEDGER_PRINT,
            "hledger bal": commands.HLEDGER_BALANCE,
        }
        return {name: line for name, line in {**ours, **(peers if with_peers else {})}.items() if self.has(line)}

    def bars(self, rows: dict[str, Measured]) -> None:
        """Prints the bars for a hundred thousand transactions whose both sides were measured."""
        ours, ledger, hledger = rows.get("bgt -f FILE balance"), rows.get("ledger bal"), rows.get("hledger bal")
        if ours and ledger:
            table.show_bar("bgt -f FILE balance, time over ledger bal", ours.wall / ledger.wall, 1 / 5)
            if ours.memory and ledger.memory:
                table.show_bar("bgt -f FILE balance, memory over ledger bal", ours.memory / ledger.memory, 1 / 2)
        if "bgt import" in rows and "ledger print" in rows:
            table.show_bar("bgt import, time over ledger print", rows["bgt import"].wall / rows["ledger print"].wall, 1)
        for name in commands.REPORTS:
            if hledger and name in rows:
                table.show_bar(f"{name}, time over hledger bal", rows[name].wall / hledger.wall, 1 / 20, strict=True)

    def starts(self) -> None:
        """Measures processes that do little: start-up, and one event recorded durably."""
        os.makedirs(FOLDER, exist_ok=True)
        path, _ = journal.prepared(FOLDER, 1000)
        book = os.path.join(FOLDER, "start.book")
        remove_book(book)
        lines = {"bgt --version": commands.VERSION, "bgt record": commands.RECORD}
        lines.update({"ledger --version": commands.LEDGER_VERSION, "hledger --version": commands.HLEDGER_VERSION})
        lines = {name: line for name, line in lines.items() if self.has(line)}
        if "bgt record" in lines:
            run(self.line(commands.IMPORT, journal=path, book=book), Measured())
        rows = self.rounds(lines, STARTS, path, book)
        remove_book(book)
        table.show(f"Whole processes, median of {STARTS}", rows, ["ledger --version", "hledger --version"])
        peer = rows.get("hledger --version")
        if peer and "bgt --version" in rows:
            start, record = rows["bgt --version"].wall, rows["bgt record"].wall
            table.show_bar("bgt --version over hledger --version", start / peer.wall, 1 / 2, strict=True)
            table.show_bar("one durable bgt record over hledger --version", record / peer.wall, 3, strict=True)

    def registers(self) -> None:
        """Measures the import of a register of investments, as a table and as a workbook, each into a new book."""
        book = os.path.join(FOLDER, "register.book")
        envelope, csv = register.prepared(FOLDER, REGISTER_ROWS)
        workbook = os.path.join(FOLDER, "register.xlsx")
        rows = {"bgt import, register as CSV": Measured(), "bgt import, register as XLSX": Measured()}
        for turn in range(4):
            for (name, measured), path in zip(rows.items(), (csv, workbook)):
                remove_book(book)
                run(self.line(commands.IMPORT, journal=envelope, book=book), Measured())
                run(self.line(commands.IMPORT, journal=path, book=book), measured, with_memory=turn == 0)
                if path == csv and turn == 0:
                    if os.path.exists(workbook):
                        os.remove(workbook)
                    run(self.line(commands.EXPORT_REGISTER, journal=workbook, book=book), Measured())
        remove_book(book)
        table.show(f"A register of {REGISTER_ROWS:,} investments, median of 3", rows, [])
        for name, measured in rows.items():
            print(f"  {name}: {measured.wall / REGISTER_ROWS * 1e6:.0f} µs a row")

    def statement(self, lines: int) -> None:
        """Measures the statement of a bank with as many lines as transactions: matched, recorded, confirmed."""
        if not self.has(commands.IMPORT):
            return
        path, file = (os.path.join(FOLDER, f"statement-{lines}.{ending}") for ending in ("journal", "csv"))
        journal.write_statement(path, file, lines)
        book = os.path.join(FOLDER, "statement.book")
        remove_book(book)
        run(self.line(commands.IMPORT, journal=path, book=book), Measured())
        rows = self.rounds({"reconcile statement --dry-run": commands.STATEMENT_DRY_RUN}, 3, path, book, statement=file)
        for name, template in (("statement", commands.STATEMENT_RECORD), ("confirm", commands.STATEMENT_CONFIRM)):
            rows[f"reconcile {name}"] = Measured()
            run(self.line(template, statement=file, book=book), rows[f"reconcile {name}"], with_memory=True)
        table.show(f"A statement of {lines:,} lines", rows, [])
        if lines == BAR_SIZE:
            seconds = rows["reconcile statement --dry-run"].wall
            table.show_bar(f"matching {lines:,} lines of a statement, seconds", seconds, 2, strict=True)
        remove_book(book)

    def check_sums(self, path: str, book: str, expected: dict[str, int], with_peers: bool) -> None:
        """Prints whether every programme has the balances that the generator counted."""
        checks = {
            "bgt from the file": (commands.FILE_BALANCE_CSV, sums.from_bgt),
            "bgt from the book": (commands.BOOK_BALANCE_CSV, sums.from_bgt),
        }
        if with_peers:
            checks["ledger"] = (commands.LEDGER_SUMS, sums.from_ledger)
            checks["hledger"] = (commands.HLEDGER_SUMS, sums.from_hledger)
        agreeing = []
        for name, (template, read) in checks.items():
            if not self.has(template):
                continue
            wrong = sums.differences(read(output(self.line(template, journal=path, book=book))), expected)
            if wrong:
                self.differing = True
                print(f"  SUMS DIFFER in {name}, {len(wrong)} accounts, such as {wrong[0]}")
            else:
                agreeing.append(name)
        if agreeing:
            print(f"  sums agree on {len(expected)} accounts to the fen: {', '.join(agreeing)}")


def remove_book(book: str) -> None:
    """Removes a book and what SQLite keeps beside it."""
    for ending in ("", "-wal", "-shm", "-journal"):
        if os.path.exists(book + ending):
            os.remove(book + ending)


def main() -> int:
    """Runs all and says on what machine."""
    bench = Bench()
    os.makedirs(FOLDER, exist_ok=True)
    system = f"{platform.machine()}, {platform.system()} {platform.release()}"
    print(f"{os.cpu_count()} cores, {system}, load {os.getloadavg()[0]:.1f}")
    for name, path in bench.programmes.items():
        version = output(f"{shlex.quote(path)} --version").splitlines()[0] if path else "not here, left out"
        print(f"{name}: {version}")
    bench.starts()
    bench.registers()
    for transactions in SIZES:
        bench.size(transactions)
        if transactions <= BAR_SIZE:
            bench.statement(transactions)
    return 1 if bench.differing else 0


if __name__ == "__main__":
    sys.stdout.reconfigure(line_buffering=True)
    try:
        sys.exit(main())
    except CommandFailed as failure:
        print(f"bench: {failure}", file=sys.stderr)
        sys.exit(1)
