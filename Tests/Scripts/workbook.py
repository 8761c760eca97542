#!/usr/bin/env python3
"""workbook.py FILE: what openpyxl reads in a workbook, as JSON, for tests."""
import json
import sys

import openpyxl


def cell(place, cached):
    value = place.value
    entry = {"format": place.number_format, "kind": place.data_type}
    if place.data_type == "f":
        entry["formula"] = value
        value = cached[place.coordinate].value
    if hasattr(value, "isoformat"):
        value = value.isoformat()[:10]
    entry["value"] = value if value is None or isinstance(value, (int, float)) else str(value)
    return entry


path = sys.argv[1]
book = openpyxl.load_workbook(path)
values = openpyxl.load_workbook(path, data_only=True)
sheets = []
for sheet in book.worksheets:
    cached = values[sheet.title]
    rows = [
        [cell(place, cached) for place in row]
        for row in sheet.iter_rows(max_row=min(sheet.max_row, int(sys.argv[2]) if len(sys.argv) > 2 else 200))
    ]
    sheets.append(
        {
            "name": sheet.title,
            "rows": rows,
            "rowCount": sheet.max_row,
            "freeze": sheet.freeze_panes,
            "charts": [type(chart).__name__ for chart in sheet._charts],
            "labelSizes": [chart.x_axis.txPr.p[0].pPr.defRPr.sz for chart in sheet._charts],
            "orientation": sheet.page_setup.orientation,
            "fitToHeight": sheet.page_setup.fitToHeight,
            "titleRows": sheet.print_title_rows,
            "widths": [sheet.column_dimensions[key].width for key in sorted(sheet.column_dimensions)],
            "links": [
                place.hyperlink.location for row in sheet.iter_rows() for place in row if place.hyperlink
            ],
            "foot": sheet.oddFooter.left.text,
        }
    )
created = book.properties.created
names = {name: place.attr_text for name, place in book.defined_names.items()}
print(json.dumps({"sheets": sheets, "names": names, "title": book.properties.title, "created": created and created.isoformat()}))
