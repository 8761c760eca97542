/// How a voucher looks on the screen, light or dark, and on paper: A5 across, black on white, red for red amounts.
enum VoucherStyleSheet {
  static let text = """
    :root { color-scheme: light; --desk: #eceff1; --paper: #fff; --ink: #1a1a1a; --line: #444;
      --head: #f6f6f6; --red: #c00000; --muted: #666; }
    @media screen and (prefers-color-scheme: dark) {
      :root { color-scheme: dark; --desk: #0e1013; --paper: #1a1e23; --ink: #e4e8ec; --line: #7b8794;
        --head: #242a31; --red: #ff8a80; --muted: #9aa5b1; }
    }
    @page { size: A5 landscape; margin: 10mm; }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--desk); color: var(--ink);
      font: 12px/1.45 "Noto Serif CJK SC", "Songti SC", SimSun, serif; }
    .voucher { width: 190mm; min-height: 128mm; margin: 8mm auto; padding: 9mm; background: var(--paper);
      box-shadow: 0 1px 4px rgba(0, 0, 0, .25); page-break-after: always; break-inside: avoid; }
    .voucher:last-child { page-break-after: auto; }
    h1 { margin: 0 auto 3mm; font-size: 22px; font-weight: 600; text-align: center; letter-spacing: .35em;
      text-indent: .35em; width: fit-content; border-bottom: 3px double var(--ink); padding: 0 4mm 1mm; }
    html[lang="en"] h1 { letter-spacing: .05em; text-indent: 0; }
    .head, .signatures { display: flex; justify-content: space-between; margin: 1mm 0; }
    table { width: 100%; border-collapse: collapse; table-layout: fixed; margin: 1mm 0 2mm; }
    th, td { border: 1px solid var(--line); padding: 1mm 1.5mm; vertical-align: middle; overflow-wrap: anywhere; }
    th { font-weight: 600; text-align: center; background: var(--head); }
    tr.line { height: 9.5mm; }
    tr.total td { font-weight: 600; }
    .narration { width: 23%; } .account { width: 27%; } .details { width: 18%; } .amount { width: 16%; }
    td.amount { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; width: auto; }
    td.red { color: var(--red); }
    .signatures span { flex: 1; }
    .origin { margin-top: 2mm; color: var(--muted); font-size: 10px; }
    @media print {
      body { background: #fff; }
      .voucher { width: auto; min-height: 0; margin: 0; padding: 0; box-shadow: none; }
    }
    """
}
