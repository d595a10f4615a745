#!/usr/bin/env python3
"""Makes the broken workbooks of this folder, each wrong in one way. Needs nothing but Python 3."""
import pathlib
import struct
import zipfile

HERE = pathlib.Path(__file__).parent
GOOD = HERE.parent.parent / "excel"
MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEADINGS = ["Role", "Employee no", "Start", "End"]
SHIFT = ["Ward", "N1", "2026-10-12 07:00", "2026-10-12 15:00"]


def row(number, cells):
    return f'<row r="{number}">' + "".join(
        f'<c r="{chr(65 + i)}{number}" t="inlineStr"><is><t>{c}</t></is></c>' for i, c in enumerate(cells)) + "</row>"


def sheet(*rows, head=""):
    return f'<?xml version="1.0"?>{head}<worksheet {NS}><sheetData>{"".join(rows)}</sheetData></worksheet>'


LIST = sheet(row(1, HEADINGS), row(2, SHIFT))


def book(name, sheet_xml=LIST, main=MAIN, leave_out=(), **more):
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Override PartName="/xl/workbook.xml" ContentType="{main}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r" Type="{REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook {NS} xmlns:r="{REL}"><sheets><sheet name="Roster" sheetId="1" r:id="r"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r" Type="{REL}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": sheet_xml,
    }
    parts.update(more.get("parts", {}))
    with zipfile.ZipFile(HERE / name, "w", zipfile.ZIP_DEFLATED) as z:
        for part, text in parts.items():
            if part not in leave_out:
                z.writestr(zipfile.ZipInfo(part, (2026, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)


def compound(name, streams, storages=(), fat_sectors=None, dif=(0xFFFFFFFE, 0), root_next=None):
    """A compound file with sectors of 512 bytes: sector 0 is the table, 1 the directory, then the streams."""
    fat, body, entries = [0xFFFFFFFD, 0xFFFFFFFE if root_next is None else root_next], b"", [("Root Entry", 5, 0xFFFFFFFE, 0)]
    for title, content in streams:
        content = content.ljust(4096, b"\0")
        first, count = len(fat), (len(content) + 511) // 512
        fat += [first + i + 1 for i in range(count - 1)] + [0xFFFFFFFE]
        body += content.ljust(count * 512, b"\0")
        entries.append((title, 2, first, len(content)))
    entries += [(title, 1, 0, 0) for title in storages]
    directory = b""
    for title, kind, first, size in entries:
        written = title.encode("utf-16-le") + b"\0\0"
        directory += written.ljust(64, b"\0") + struct.pack("<HBBIII", len(written), kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF) + bytes(36) + struct.pack("<III", first, size, 0)
    head = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, dif[0], dif[1])
    head += b"".join(struct.pack("<I", s) for s in (fat_sectors or [0])).ljust(436, b"\xff")
    table = b"".join(struct.pack("<I", s) for s in fat).ljust(512, b"\xff")
    (HERE / name).write_bytes(head + table + directory.ljust(512, b"\0") + body)


def record(number, content):
    return struct.pack("<HH", number, len(content)) + content


def text(name, content):
    (HERE / name).write_text(content, encoding="utf-8", newline="")


# No workbook at all.
(HERE / "no-bytes.xlsx").write_bytes(b"")
(HERE / "noise.xlsx").write_bytes(b"PK\x03\x04" + bytes(range(256)) * 4)
(HERE / "cut-off.xlsx").write_bytes((GOOD / "real-dates.xlsx").read_bytes()[:3000])
(HERE / "cut-off.xls").write_bytes((GOOD / "real-dates.xls").read_bytes()[:2000])
text("web-page.xls", "<html><body><table><tr><td>Role</td></tr></table></body></html>")
text("xml-2003.xls", '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>')
book("word.xlsx", main="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")
book("slides.xlsx", main="application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml")
book("binary.xlsx", main="application/vnd.ms-excel.sheet.binary.macroEnabled.main")
book("open-document.xlsx", parts={"mimetype": "application/vnd.oasis.opendocument.spreadsheet"})
with zipfile.ZipFile(HERE / "archive.xlsx", "w") as z:
    z.writestr(zipfile.ZipInfo("roster.xlsx", (2026, 1, 1, 0, 0, 0)), (HERE / "word.xlsx").read_bytes())
compound("word.xls", [("WordDocument", b"")])
compound("nothing.xls", [("Contents", b"")])

# Refused for what it holds.
book("macros-by-type.xlsx", main="application/vnd.ms-excel.sheet.macroEnabled.main+xml")
book("macros-by-part.xlsx", parts={"xl/vbaProject.bin": "x"})
compound("macros.xls", [("Workbook", b"")], storages=["_VBA_PROJECT_CUR"])
compound("password.xlsx", [("EncryptedPackage", b""), ("EncryptionInfo", b"")])
compound("password.xls", [("Workbook", record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0)) + record(0x2F, struct.pack("<HHH", 1, 1, 1) + bytes(48)))])

# Damaged within.
book("broken-xml.xlsx", sheet(row(1, HEADINGS), '<row r="2"><c r="A2"'))
book("entities.xlsx", sheet(row(1, HEADINGS), row(2, ["&a;", *SHIFT[1:]]), head='<!DOCTYPE x [<!ENTITY b "bbbbbbbbbb"><!ENTITY a "&b;&b;&b;&b;&b;&b;&b;">]>'))
book("outside.xlsx", sheet(row(1, HEADINGS), row(2, ["&a;", *SHIFT[1:]]), head='<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'))
book("no-cells.xlsx", sheet())
book("no-sheet-part.xlsx", leave_out=["xl/worksheets/sheet1.xml"])
book("no-relations.xlsx", leave_out=["xl/_rels/workbook.xml.rels"])
book("no-list-of-sheets.xlsx", leave_out=["xl/workbook.xml"])
book("no-such-text.xlsx", sheet(row(1, HEADINGS), '<row r="2"><c r="A2" t="s"><v>7</v></c></row>'))
book("far-column.xlsx", sheet(row(1, HEADINGS), '<row r="2"><c r="XFD2"><v>7</v></c></row>'))
book("no-such-column.xlsx", sheet(row(1, HEADINGS), '<row r="2"><c r="ZZZZZZZZ2"><v>7</v></c></row>'))
book("no-such-row.xlsx", sheet(row(1, HEADINGS), row(2_000_000_000, SHIFT)))
book("rows-backwards.xlsx", sheet(row(3, HEADINGS), row(2, SHIFT)))
book("endless-cell.xlsx", sheet(row(1, HEADINGS), row(2, ["x" * 40_000, *SHIFT[1:]])))
compound("table-in-a-circle.xls", [("Workbook", b"")], fat_sectors=[0, 0])
compound("table-beyond-the-file.xls", [("Workbook", b"")], dif=(0, 0x7FFFFFFF))
compound("directory-in-a-circle.xls", [("Workbook", b"")], root_next=1)

# Sheets that are read, and wrong.
book("no-headings.xlsx", sheet(row(1, ["a", "b", "c"]), row(2, SHIFT)))
book("headings-alone.xlsx", sheet(row(1, HEADINGS)))
book("wrong-cells.xlsx", sheet(
    row(1, HEADINGS), row(2, ["", "N1", "2026-10-12", "soon"]),
    '<row r="5"><c r="A5" t="inlineStr"><is><t>Ward</t></is></c><c r="B5" t="e"><v>#N/A</v></c><c r="C5"><v>46307.29</v></c><c r="D5" t="str"><f>A1</f><v>#REF!</v></c></row>'))
week = ",".join(f"2026-10-{day}" for day in range(12, 19))
days = "Employee no," + ",".join(str(day) for day in range(1, 32))
text("grid-unknown-letters.csv", f"Role: Ward\nEmployee no,{week}\nN1,D,Q,D/Z,#N/A,,,\nN2,,,,,,,07:00-25:00\n\nD = 07:00-19:00\nN = 19:00-07:00\n")
text("grid-no-legend.csv", f"Role: Ward\nEmployee no,{week}\nN1,D,08-16,,,,,\n")
text("grid-broken-legend.csv", f"Role: Ward\nEmployee no,{week}\nN1,D,,,,,,\nCode,Start,End\nD,early,late\n")
text("grid-no-role.csv", f"Employee no,{week}\nN1,08-16,08-16,,,,,\nN2,08-16,,,,,,\n")
text("grid-no-month.csv", f"Role: Ward\n{days}\nN1,08-16\n")
text("grid-no-year.csv", "Role: Ward\nEmployee no,12/10,13/10,14/10,15/10,16/10\nN1,08-16\n")
text("grid-no-people.csv", f"Role: Ward\nWho knows,{week}\nN1,08-16,,,,,,\n")
text("grid-nobody.csv", f"Role: Ward\nEmployee no,Name,Tier,{week}\n,,,08-16,,,,,,\nN1,Ada,9,08-16,,,,,,\n#N/A,Béla,1,08-16,,,,,,\n")
text("grid-no-shifts.csv", f"Role: Ward\nEmployee no,{week}\nN1,off,-,x,休,公休,,\n")
