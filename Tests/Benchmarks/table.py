"""Shows figures to people."""

from measure import Measured


def seconds(value: float) -> str:
    """A duration with three digits that count."""
    if value < 0.9995:
        return f"{value * 1000:.3g} ms" if value < 0.0995 else f"{value * 1000:.0f} ms"
    return f"{value:.2f} s" if value < 9.995 else f"{value:.1f} s"


def memory(value: int) -> str:
    """A size in megabytes, a dash when it was not taken."""
    return f"{value / 1e6:.1f} MB" if value else "-"


def ratio(value: float) -> str:
    """How many times one figure is another."""
    return f"{value:.3f}" if value < 0.1 else f"{value:.2f}" if value < 10 else f"{value:.0f}"


def show(title: str, rows: dict[str, Measured], peers: list[str]) -> None:
    """Prints the figures of each command and its wall time over those of the peers' commands."""
    peers = [peer for peer in peers if peer in rows]
    heads = ["wall", "processor", "memory"] + [f"/ {peer}" for peer in peers]
    width = max(len(name) for name in rows) + 2
    widths = [max(11, len(head) + 2) for head in heads]
    print(f"\n{title}")
    print("  " + " " * width + "".join(head.rjust(wide) for head, wide in zip(heads, widths)))
    for name, measured in rows.items():
        cells = [seconds(measured.wall), seconds(measured.processor), memory(measured.memory)]
        cells += [ratio(measured.wall / rows[peer].wall) for peer in peers]
        print("  " + name.ljust(width) + "".join(cell.rjust(wide) for cell, wide in zip(cells, widths)))


def show_bar(sentence: str, value: float, limit: float, strict: bool = False) -> None:
    """Prints whether a ratio keeps to a bar, and how far it is from it."""
    holds = value < limit if strict else value <= limit
    print(f"  {'pass       ' if holds else 'FALLS SHORT'}  {sentence}: {ratio(value)} (bar {ratio(limit)})")
