/// How a report looks: on a light and on a dark screen, and on A4 paper.
///
/// A page with a wide table is printed across. Dark colours are for screens only, so paper always gets the light ones.
enum HTMLStyleSheet {
  /// The whole style sheet of a page whose widest table has some number of columns.
  static func text(columns: Int) -> String { text + "\n" + numericColumns(columns) }

  /// The class of a table whose column at a place, counted from 0, holds numbers.
  ///
  /// The table says it once: a class on every cell would be a quarter of a large page.
  static func numeric(_ column: Int) -> String { "n\(column + 1)" }

  /// Numbers stand right and are never broken into lines.
  private static func numericColumns(_ count: Int) -> String {
    func selectors(_ name: (Int) -> String, _ cell: String) -> String {
      (0..<count).map { ".\(name($0)) \(cell):nth-child(\($0 + 1))" }.joined(separator: ", ")
    }
    if count == 0 { return "" }
    return "\(selectors(numeric, "tr > ")) { text-align: right; }\n\(selectors(numeric, "td")) { white-space: nowrap; }\n"
      + "@media print { \(selectors(unbroken, "tbody tr:not(.header) > ")) { white-space: nowrap; } }\n"
  }

  /// The class of a table whose column at a place, counted from 0, holds days or short names, which print never breaks.
  static func unbroken(_ column: Int) -> String { "u\(column + 1)" }

  private static let text = """
    :root { color-scheme: light; --paper: #fff; --ink: #1b1f24; --muted: #5b6570; --line: #d5dae0; --strong: #4a5560;
      --head: #f3f5f7; --sum: #f7f8fa; --hover: #eef4fb; --negative: #b3261e; --link: #1f5f99;
      --c0: #2f6da8; --c1: #d98324; --c2: #4c9a6a; --c3: #9a5aa8; --c4: #b8433f; --c5: #7b8794; --up: #3f8f61; --down: #c2504a; }
    @media screen and (prefers-color-scheme: dark) {
      :root { color-scheme: dark; --paper: #15181c; --ink: #e4e8ec; --muted: #9aa5b1; --line: #363d45; --strong: #8b97a3;
        --head: #20252b; --sum: #1c2026; --hover: #232c36; --negative: #ff8a80; --link: #7fb6ea;
        --c0: #5f9fdc; --c1: #e6a052; --c2: #6fbf8d; --c3: #c08bcd; --c4: #e07a75; --c5: #93a0ad; --up: #63b486; --down: #e07a75; }
    }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; }
    body { margin: 0; background: var(--paper); color: var(--ink); line-height: 1.6; font-size: 15px; font-family:
      "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "Noto Sans SC", system-ui, sans-serif; }
    html[lang="en"] body { font-family: system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans CJK SC", sans-serif; }
    main { max-width: 1480px; margin: 0 auto; padding: 28px 24px 64px; }
    h1, h2 { line-height: 1.35; text-wrap: balance; }
    h1 { font-size: 26px; font-weight: 700; margin: 0 0 10px; }
    h2 { font-size: 19px; font-weight: 600; margin: 0 0 12px; }
    p { margin: 0 0 10px; max-width: 60em; overflow-wrap: anywhere; }
    .definition, .note { color: var(--muted); font-size: 13px; margin-bottom: 6px; }
    .facts { display: flex; flex-wrap: wrap; gap: 4px 26px; margin: 14px 0 0; padding: 10px 0; font-size: 13px;
      border-top: 2px solid var(--ink); border-bottom: 1px solid var(--line); }
    .facts div { display: flex; gap: .6em; }
    .facts dt { color: var(--muted); white-space: nowrap; }
    .facts dd { margin: 0; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
    nav { display: flex; flex-wrap: wrap; gap: 2px 18px; margin-top: 14px; font-size: 13px; }
    a { color: var(--link); text-decoration: none; }
    a:hover, a:focus { text-decoration: underline; }
    section, footer { margin-top: 34px; }
    .wide { overflow-x: auto; margin: 0 0 14px; }
    .wide:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
    table { border-collapse: collapse; font-size: 13px; line-height: 1.45; font-variant-numeric: tabular-nums lining-nums; }
    .wide table { border-bottom: 1.5px solid var(--strong); }
    caption { text-align: left; font-weight: 600; font-size: 14px; padding: 4px 0 6px; white-space: nowrap; }
    table[style] { font-size: 12px; }
    th, td { padding: 4px 7px; text-align: left; vertical-align: top; white-space: nowrap; font-weight: 400; }
    thead th { font-weight: 600; white-space: normal; word-break: keep-all; vertical-align: bottom; background: var(--head);
      border-top: 1.5px solid var(--strong); border-bottom: 1px solid var(--strong); }
    html[lang="en"] thead th { min-width: 4.5em; }
    tbody tr { border-bottom: 1px solid var(--line); }
    tbody tr:hover { background: var(--hover); }
    .neg { color: var(--negative); }
    .w { white-space: normal; min-width: 17em; overflow-wrap: anywhere; }
    .i1 { padding-left: 1.9em; } .i2 { padding-left: 3.1em; } .i3 { padding-left: 4.3em; }
    .i4 { padding-left: 5.5em; } .i5 { padding-left: 6.7em; } .i6 { padding-left: 7.9em; }
    tr.header th, tr.header td { font-weight: 600; padding-top: 9px; }
    tr.subtotal, tr.total, tr.result { background: var(--sum); }
    tr.subtotal th, tr.subtotal td, tr.total th, tr.total td, tr.result th, tr.result td { font-weight: 600; }
    tr.total { border-top: 1px solid var(--strong); }
    table.figures { margin: 0 0 14px; min-width: min(100%, 34em); border-collapse: separate; border-spacing: 0; }
    .figures th, .figures td { white-space: normal; padding: 5px 0; border-bottom: 1px solid var(--line); }
    .figures td { padding-left: 2em; font-weight: 600; text-align: right; overflow-wrap: anywhere; }
    .figures td.n { white-space: nowrap; }
    .figures td.p { font-weight: 400; text-align: left; } .prose .figures th { min-width: 9em; }
    .figures small { display: block; color: var(--muted); font-size: 12px; max-width: 44em; }
    figure { margin: 0 0 18px; max-width: 680px; }
    figcaption { font-weight: 600; font-size: 14px; margin-bottom: 6px; }
    figcaption small { color: var(--muted); font-weight: 400; font-size: 12px; margin-left: .4em; }
    .legend { display: flex; flex-wrap: wrap; gap: 2px 18px; list-style: none; margin: 0 0 4px; padding: 0; font-size: 12px; }
    .legend i { display: inline-block; width: 12px; height: 12px; margin-right: 6px; vertical-align: -1px; border-radius: 2px; }
    .drawing { overflow-x: auto; }
    figure .wide { margin-top: 8px; }
    svg { display: block; width: 100%; min-width: 480px; height: auto; font-size: 12px; font-variant-numeric: tabular-nums; }
    svg text { fill: var(--ink); }
    svg .tick { fill: var(--muted); }
    svg .value { paint-order: stroke; stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; }
    svg .grid { stroke: var(--line); stroke-width: 1; }
    svg .zero { stroke: var(--strong); stroke-width: 1.2; }
    svg .step { stroke: var(--strong); stroke-width: 1; stroke-dasharray: 2 2; }
    svg .line { fill: none; stroke-width: 2; stroke-linejoin: round; }
    .c0 { fill: var(--c0); } .c1 { fill: var(--c1); } .c2 { fill: var(--c2); }
    .c3 { fill: var(--c3); } .c4 { fill: var(--c4); } .c5 { fill: var(--c5); }
    .k0 { stroke: var(--c0); background: var(--c0); } .k1 { stroke: var(--c1); background: var(--c1); }
    .k2 { stroke: var(--c2); background: var(--c2); } .k3 { stroke: var(--c3); background: var(--c3); }
    .k4 { stroke: var(--c4); background: var(--c4); } .k5 { stroke: var(--c5); background: var(--c5); }
    .up { fill: var(--up); } .down { fill: var(--down); }
    footer { border-top: 1px solid var(--line); padding-top: 14px; color: var(--muted); font-size: 13px; }
    footer h2 { font-size: 15px; margin-bottom: 6px; }
    footer ol { margin: 0; padding-left: 1.6em; max-width: 64em; }
    footer li { margin-bottom: 3px; overflow-wrap: anywhere; }
    @media screen and (min-width: 1000px) { div.long { columns: 2; column-gap: 48px; max-width: 1060px; } div.long table { width: 100%; } div.long tr { break-inside: avoid; } }
    @media (max-width: 640px) { main { padding: 18px 14px 40px; } h1 { font-size: 21px; }
      .wide tbody th { position: sticky; left: 0; min-width: 0; max-width: 9.5em; white-space: normal; background: var(--paper); border-right: 1px solid var(--line); }
      .wide tbody tr.header th { max-width: none; border-right: 0; } }
    .cover { text-align: center; padding: 24px 0 8px; }
    .cover h1 { font-size: 30px; margin: 6px 0 18px; }
    .cover .body { font-size: 17px; letter-spacing: .12em; max-width: none; }
    .cover dl { display: inline-grid; grid-template-columns: auto auto; gap: 4px 1.2em; margin: 0; text-align: left; }
    .cover dt { color: var(--muted); } .cover dd { margin: 0; }
    .cover nav { justify-content: center; margin: 22px auto 0; max-width: 60em; }
    .cover .signatures { display: flex; justify-content: center; flex-wrap: wrap; gap: 10px 32px; margin: 26px 0 0; padding: 0; list-style: none; }
    .cover .signatures i { display: inline-block; width: 8em; border-bottom: 1px solid var(--strong); }
    @page { size: A4; margin: 16mm 14mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 8pt; color: #5b6570; } }
    @page across { size: A4 landscape; margin: 12mm 10mm 14mm; }
    @page cover { size: A4; margin: 16mm 18mm; @bottom-center { content: none; } }
    @page coveracross { size: A4 landscape; margin: 12mm 18mm; @bottom-center { content: none; } }
    @media print {
      body { font-size: 9.5pt; }
      body.across { page: across; }
      main { max-width: none; padding: 0; }
      nav { display: none; }
      .cover { page: cover; break-after: page; min-height: 250mm; padding: 20mm 0 0;
        display: flex; flex-direction: column; align-items: center; }
      .across .cover { page: coveracross; min-height: 172mm; padding-top: 12mm; }
      .cover h1 { font-size: 26pt; margin: 4mm 0 12mm; } .across .cover h1 { margin: 2mm 0 8mm; }
      .cover .body { font-size: 15pt; line-height: 1.4; margin: 0; } .cover .body.long { font-size: 11pt; letter-spacing: 0; }
      .cover dl { font-size: 11pt; gap: 2mm 6mm; } .across .cover dl { gap: .5mm 6mm; }
      .cover .signatures { margin-top: auto; padding-top: 8mm; font-size: 11pt; gap: 6mm 14mm; }
      .cover nav { display: block; columns: 2; column-gap: 14mm; width: 150mm; max-width: none; margin: 12mm 0 0;
        font-size: 10.5pt; line-height: 1.45; text-align: left; }
      .across .cover nav { columns: 3; width: 240mm; margin-top: 8mm; }
      .cover nav a { display: block; color: inherit; padding: 1mm 0; break-inside: avoid; }
      a { color: inherit; }
      h1 { font-size: 17pt; } h2 { font-size: 12.5pt; margin-bottom: 2mm; break-after: avoid; }
      section, footer { margin-top: 5mm; }
      figure { break-inside: avoid; max-width: 150mm; } figure + .wide { break-before: avoid; }
      .across figure { display: inline-block; width: 134mm; margin-right: 2mm; vertical-align: top; }
      .across figure:has(> .wide) { display: grid; grid-template-columns: 134mm auto; justify-content: start; align-items: end;
        column-gap: 8mm; width: auto; max-width: none; }
      .across figure:has(> .wide) > figcaption, .across figure:has(> .wide) > .legend { grid-column: 1 / -1; }
      svg { min-width: 0; }
      svg, .legend i { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
      figure .note { display: none; }
      div.long, div:not(.long) > table.figures { break-inside: avoid; } table.figures + .wide, div.long + .wide { margin-top: 4mm; }
      div:has(> .figures):has(+ .wide) { break-after: avoid; }
      div.prose { break-inside: auto; break-before: avoid; } .prose .figures { font-size: 8pt; } .prose .figures tr { break-inside: avoid; }
      .prose .figures th, .prose .figures td { padding-top: .6mm; padding-bottom: .6mm; }
      .across div.long { columns: 2; column-gap: 10mm; } .across div.long table { width: 100%; min-width: 0; }
      col { width: var(--w, auto); } table.full { width: 100%; }
      .wide { overflow: visible; } .wide.short { break-inside: avoid; }
      table, table[style], caption { font-size: var(--print, 8.5pt); }
      .facts, .definition, .note, .figures small, footer { font-size: 8pt; }
      footer h2 { font-size: 9.5pt; }
      table { line-height: 1.35; } th, td { padding: 1.2px 5px; white-space: normal; }
      p, footer ol { max-width: none; }
      .w { min-width: 0; }
      thead { display: table-header-group; }
      tr { break-inside: avoid; }
      thead, caption { break-after: avoid; }
      tbody tr:nth-child(-n+2), tbody tr:last-child, tr.header + tr, tr.subtotal, tr.total { break-before: avoid; }
      tr.header { break-after: avoid; }
      p.note, footer, footer ol, footer li:nth-child(-n+2) { break-before: avoid; }
    }
    """
}
