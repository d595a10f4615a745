"""Writes the broken text files of this folder, each with what is to be told about it: a line "row column code" for each problem."""
H = "Role,Employee no,Start,End,Tier\n"
OK = "Ward 3,N1,2026-10-12 07:00,2026-10-12 15:00,1\n"


def put(name, content, *problems):
    open(name, "wb").write(content if isinstance(content, bytes) else content.encode("utf-8"))
    open(name + ".expected.txt", "w").write("".join(line + "\n" for line in problems))


put("nothing.csv", "", "0 empty-file")
put("blank-lines.csv", "\n\n  \n", "0 empty-file")
put("headings-only.csv", H, "0 no-rows")
put("no-headings.csv", OK + OK, "1 Ward 3 unknown-column", "1 N1 unknown-column", "1 2026-10-12 07:00 unknown-column", "1 2026-10-12 15:00 unknown-column", "1 1 unknown-column",
    "1 Role missing-column", "1 Employee no missing-column", "1 Start missing-column", "1 End missing-column")
put("no-start.csv", "Role,Employee no,End\nWard 3,N1,2026-10-12 15:00\n", "1 Start missing-column")
put("no-person.csv", "Role,Start,End\nWard 3,2026-10-12 07:00,2026-10-12 15:00\n", "1 Employee no missing-column")
put("two-ends.csv", "Role,Employee no,Start,End,Until\nWard 3,N1,2026-10-12 07:00,2026-10-12 15:00,2026-10-12 16:00\n", "1 Until duplicate-column")
put("quote-never-closed.csv", H + OK + 'Ward 3,"N1,2026-10-12 07:00,2026-10-12 15:00,1\n' + OK, "3 broken-row")
put("quote-inside.csv", H + 'Ward "3",N1,2026-10-12 07:00,2026-10-12 15:00,1\n', "2 broken-row")
put("cut-off.csv", H + OK + "Ward 3,N1,2026-10-1", "3 Start date-only", "3 End missing-value")
put("comma-unquoted.csv", H + "Ward 3, north,N1,2026-10-12 07:00,2026-10-12 15:00,1\n", "2 extra-columns")
put("empty-cells.csv", H + ",,,,\nWard 3,,,,\n", "3 Employee no missing-value", "3 Start missing-value", "3 End missing-value")
put("impossible-dates.csv", H + "Ward 3,N1,2026-02-30 07:00,2026-13-01 15:00,1\nWard 3,N1,2026-10-12 25:00,2026-10-12 15:60,1\n",
    "2 Start unreadable-date", "2 End unreadable-date", "3 Start unreadable-date", "3 End unreadable-date")
put("dates-without-times.csv", H + "Ward 3,N1,2026-10-12,2026-10-13,1\n", "2 Start date-only", "2 End date-only")
put("undecided-dates.csv", H + "Ward 3,N1,1/2/2026 07:00,1/2/2026 15:00,1\nWard 3,N1,3/4/2026 07:00,3/4/2026 15:00,1\n", "2 Start ambiguous-date")
put("contradicting-dates.csv", H + "Ward 3,N1,13/2/2026 07:00,13/2/2026 15:00,1\nWard 3,N1,2/13/2026 07:00,2/13/2026 15:00,1\n", "2 Start contradicting-dates")
put("tiers.csv", H + OK.replace(",1\n", ",0\n") + OK.replace(",1\n", ",4\n") + OK.replace(",1\n", ",first aid\n"), "2 Tier unknown-tier", "3 Tier unknown-tier", "4 Tier unknown-tier")
put("line-break-in-role.csv", H + '"Ward\n3",N1,2026-10-12 07:00,2026-10-12 15:00,1\n', "2 Role broken-text")
put("too-long.csv", H + "W" * 201 + ",N1,2026-10-12 07:00,2026-10-12 15:00,1\n", "2 Role too-long")
put("endless-line.csv", H + "W" * 70000, "2 broken-row")
put("no-encoding.csv", (H + OK).encode() + b"\x81\x20\x8d\xff\x90\x9d\x81\x20\xff\xff\n", "3 unknown-encoding")
put("marked-utf8-but-not.csv", b"\xef\xbb\xbf" + (H + OK).encode() + b"\xe9", "3 broken-encoding")
put("utf16-cut.csv", b"\xff\xfe" + (H + OK).encode("utf-16le") + b"\x00\xd8", "3 broken-encoding")
put("old-year.csv", H + "Ward 3,N1,12.10.76 07:00,12.10.76 15:00,1\n", "2 Start ambiguous-date")
put("amion-nofi.txt", "NOFI=(Fnd:cardio)", "1 no-file")
A = "Assignments\n\nA,1,0,Ward,1,0,10-12-26,0700,1500\n"
put("amion-cut.txt", A + "A,1,0,War", "4 broken-row")
put("amion-day-first.txt", A + "A,1,0,Ward,1,0,13-12-26,0700,1500\n", "4 Date unreadable-date")
put("amion-no-time.txt", A + "A,1,0,Ward,1,0,10-13-26,,1500\n", "4 Start unreadable-time")
put("amion-nobody.txt", A + ",1,0,Ward,1,0,10-13-26,0700,1500\n", "4 Staff name missing-value")
put("amion-25-hours.txt", A + "A,1,0,Ward,1,0,10-13-26,0700,2500\n", "4 End unreadable-time")
