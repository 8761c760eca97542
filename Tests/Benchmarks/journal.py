"""Writes journals of plain transactions that bgt, ledger and hledger read alike, with the exact sum of each account."""

import json
import os
import random
from datetime import date, timedelta

FIRST_DAY = date(2019, 1, 1)
DAYS = 1826  # five years
EXPENSES = [f"Expenses:Group{group:02}:Item{item:02}" for group in range(20) for item in range(20)]
BANKS = [f"Assets:Bank:Account{number:02}" for number in range(60)]
INCOME = [f"Income:Source{number:02}" for number in range(40)]
ACCOUNTS = EXPENSES + BANKS + INCOME  # 500


def amount(fen: int) -> str:
    """An amount in yuan with two decimals."""
    sign = "-" if fen < 0 else ""
    return f"{sign}{abs(fen) // 100}.{abs(fen) % 100:02} CNY"


def postings(source: random.Random) -> list[tuple[str, int]]:
    """Three postings that sum to zero: mostly two expenses paid by a bank, at times income less a fee."""
    first, second = source.randrange(1, 1_000_000), source.randrange(1, 1_000_000)
    bank = source.choice(BANKS)
    if source.random() < 0.8:
        return [(source.choice(EXPENSES), first), (source.choice(EXPENSES), second), (bank, -first - second)]
    return [(bank, first), (source.choice(EXPENSES), second), (source.choice(INCOME), -first - second)]


def write(path: str, transactions: int) -> dict[str, int]:
    """Writes a journal, the same for the same number every time, and gives the sum of each account in fen."""
    source = random.Random(f"bgt {transactions}")
    sums = dict.fromkeys(ACCOUNTS, 0)
    with open(path + ".part", "w", encoding="utf-8") as file:
        for index in range(transactions):
            day = FIRST_DAY + timedelta(days=index * DAYS // transactions)
            lines = [f"{day} * Payee {source.randrange(1000)}\n"]
            for account, fen in postings(source):
                sums[account] += fen
                lines.append(f"    {account:<28}{amount(fen):>20}\n")
            file.write("".join(lines) + "\n")
    os.replace(path + ".part", path)
    return sums


def write_statement(journal: str, statement: str, lines: int) -> None:
    """Writes a journal of payments from one bank account, and the bank's statement of them, which books each up to three
    days later and has a balance on each line; the same for the same number every time."""
    source = random.Random(f"bgt statement {lines}")
    booked = []
    with open(journal, "w", encoding="utf-8") as file:
        for index in range(lines):
            day = FIRST_DAY + timedelta(days=index * DAYS // lines)
            payee, fen = f"Payee {source.randrange(1000)}", source.randrange(1, 100_000_000)
            file.write(f"{day} * {payee} INV{index:06}\n")
            file.write(f"    {source.choice(EXPENSES):<28}{amount(fen):>20}\n    {'Assets:Bank':<28}{amount(-fen):>20}\n\n")
            booked.append((day + timedelta(days=source.randrange(4)), index, payee, fen))
    balance = sum(fen for _, _, _, fen in booked)
    with open(statement, "w", encoding="utf-8") as file:
        file.write("交易日期,摘要,借方发生额,贷方发生额,余额,对方户名\n")
        for day, index, payee, fen in sorted(booked):
            balance -= fen
            file.write(f"{day},INV{index:06},{amount(fen)[:-4]},,{amount(balance)[:-4]},{payee}\n")


def prepared(folder: str, transactions: int) -> tuple[str, dict[str, int]]:
    """The journal of a size in a folder and its sums, written unless they are there."""
    path = os.path.join(folder, f"plain-{transactions}.journal")
    if not (os.path.exists(path) and os.path.exists(path + ".sums")):
        sums = write(path, transactions)
        with open(path + ".sums", "w", encoding="utf-8") as file:
            json.dump(sums, file)
    with open(path + ".sums", encoding="utf-8") as file:
        return path, json.load(file)
