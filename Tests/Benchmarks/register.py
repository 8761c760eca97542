"""Writes a register of investments as an office keeps it, and the journal of the envelope that pays for them."""

import csv
import os
from datetime import date, timedelta

INSTALMENTS = 5
HEADINGS = [
    "企业简称", "企业名称", "项目计划", "投资方式", "签约日期", "认缴金额（万元）", "出资日期", "实缴金额（万元）", "指标", "拨款文号",
]


def prepared(folder: str, rows: int) -> tuple[str, str]:
    """The journal of the envelope and the register of a number of rows in a folder, written unless they are there."""
    envelope = os.path.join(folder, "register-envelope.journal")
    with open(envelope, "w", encoding="utf-8") as file:
        file.write("programme 拨改投 from:2019-01-01\n2022-01-04 budget 2022/拨改投 1000亿元\n")
    path = os.path.join(folder, f"register-{rows}.csv")
    if os.path.exists(path):
        return envelope, path
    companies = rows // INSTALMENTS
    with open(path + ".part", "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(HEADINGS)
        for index in range(rows):
            instalment, company = divmod(index, companies)
            paid = date(2022, 1, 25) + timedelta(days=60 * instalment + company % 60)
            signed = ["2022-01-24", "100"] if instalment == 0 else ["", ""]
            document = f"投决〔2022〕{company}-{instalment}号"
            table.writerow(
                [f"企业{company}", f"企业{company}有限公司", "拨改投", "直接投资", *signed, paid, "20", "2022/拨改投", document]
            )
    os.replace(path + ".part", path)
    return envelope, path
