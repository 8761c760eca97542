"""Checks that a programme's balances are those that the generator counted, to the fen."""

import csv
import io


def fen(text: str) -> int:
    """An amount such as `1,234.5 CNY` or `-3` in fen."""
    number = text.replace("CNY", "").replace(",", "").strip() or "0"
    whole, _, fraction = number.lstrip("-").partition(".")
    if len(fraction.rstrip("0")) > 2:
        raise ValueError(f"more than two decimals: {text}")
    value = int(whole or "0") * 100 + int((fraction + "00")[:2])
    return -value if number.startswith("-") else value


def from_bgt(text: str) -> dict[str, int]:
    """Balances of `bgt balance --format csv`: account,commodity,balance."""
    rows = csv.DictReader(io.StringIO(text.lstrip("\ufeff")))
    return {row["account"]: fen(row["balance"]) for row in rows if row["commodity"] == "CNY"}


def from_ledger(text: str) -> dict[str, int]:
    """Balances of ledger's account and total parted by a tab."""
    rows = (line.split("\t") for line in text.splitlines() if "\t" in line)
    return {account.strip(): fen(total) for account, total in rows}


def from_hledger(text: str) -> dict[str, int]:
    """Balances of hledger's CSV: account,balance."""
    return {row["account"]: fen(row["balance"]) for row in csv.DictReader(io.StringIO(text))}


def differences(found: dict[str, int], expected: dict[str, int]) -> list[str]:
    """Each account whose balance is not the one expected; accounts above the leaves are not looked at."""
    return [
        f"{account}: {found.get(account, 0)} fen, should be {value}"
        for account, value in expected.items()
        if found.get(account, 0) != value
    ]
