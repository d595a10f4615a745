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

# Lists that could be read as something else.
LIST = "Role,Employee no,Start,End\nWard 3,N1,2026-10-12 07:00,2026-10-12 15:00\n"
put("two-lists.csv", LIST + "\nRole,Employee no,Name,Start,End\nWard 3,N2,Ada,2026-10-13 07:00,2026-10-13 15:00\n", "4 extra-columns", "5 extra-columns")
put("three-starts.csv", "Role,Employee no,Start,Start date,Start time,End\nWard 3,N1,2026-10-12 07:00,2026-10-11,06:30,2026-10-12 15:00\n", "1 Start duplicate-column")
put("dates-half-swapped.csv", H + "Ward 3,N1,2026-11-05 07:00,2026-11-05 15:00,1\nWard 3,N1,13/11/2026 07:00,13/11/2026 15:00,1\n", "3 Start mixed-dates")
put("last-century.csv", H + "Ward 3,N1,1900-01-01 07:00,1900-01-01 15:00,1\n" + OK, "2 Start unreadable-date", "2 End unreadable-date")
put("third-millennium.csv", H + "Ward 3,N1,2926-10-12 07:00,2926-10-12 15:00,1\n" + OK, "2 Start unreadable-date", "2 End unreadable-date")
put("amion-first-broken.txt", "Assignments\n\nA,1,0,Ward,1,0,10/12/26,0700,1500\nB,2,0,Ward,1,0,10-13-26,0700,1500\n", "3 Date unreadable-date")
put("amion-with-headings.csv", "Name,Pager,Phone,Role,x,y,Date,Start,End\nA,1,0,Ward,1,0,05-11-26,0700,1500\n",
    "1 Pager unknown-column", "1 Phone unknown-column", "1 x unknown-column", "1 y unknown-column", "2 Date ambiguous-date")

# Grids that could be read as something else.
def days(first, last):
    return ",".join(map(str, range(first, last + 1)))


G = "Role: Ward\nOctober 2026\nEmployee no,"
L = "\nD = 07:00-19:00\nN = 19:00-07:00\n"
put("grid-day-wrong.csv", G + days(1, 14) + ",16," + days(16, 31) + "\nN1,N" + "," * 30 + "N\n" + L, "3 1 broken-days")
put("grid-day-too-many.csv", G.replace("October", "September") + days(1, 31) + "\nN1,D" + "," * 30 + "N\n" + L, "3 31 broken-days")
put("grid-weeks-apart.csv", G + days(1, 10) + ",,,," + days(11, 20) + "\nN1,D" + "," * 13 + "N\n" + L, "3 11 broken-days")
put("grid-second-below.csv", G + days(1, 15) + "\nN1,D\nN2,,D\nEmployee no," + days(16, 31) + "\nN1,,,N\nN2,,,,N\n" + L, "6 16 second-grid")
put("grid-two-columns-a-day.csv", G + "1,,2,,3,,4,,5,,6,\nN1,D,N,,N\nN2,,,,,,,,,,,,N\n" + L, "4 1 between-days", "4 2 between-days", "5 6 between-days")
put("grid-two-months.csv", "Role: Ward\nSeptember 2026 and October 2026\nEmployee no," + days(1, 30) + "\nN1,D\n" + L, "3 1 ambiguous-month")
put("grid-printed-last-month.csv", "Role: Ward\n28.09.2026\nEmployee no," + days(1, 30) + "\nN1,D\n" + L, "3 1 missing-month")
put("grid-two-years.csv", "Role: Ward\nSeason 2026/2027\nEmployee no,1/3,2/3,3/3,4/3,5/3\nN1,D\n" + L, "3 1/3 ambiguous-year")
put("grid-fiscal-year.csv", "Role: Ward\n2026年度\nEmployee no,1月1日,1月2日,1月3日,1月4日,1月5日\nN1,D\n" + L, "3 1月1日 ambiguous-year")
put("grid-weekdays-of-another-month.csv", G + days(1, 7) + "\n,Mon,Tue,Wed,Thu,Fri,Sat,Sun\nN1,D\n" + L, "4 1 weekday-differs")
put("grid-weekday-in-heading.csv", G + "Mon 1,Tue 2,Wed 3,Thu 4,Fri 5,Sat 6,Sun 7\nN1,D\n" + L, "3 Mon 1 weekday-differs")
put("grid-people-below-legend.csv", G + days(1, 7) + "\nN1,D\n" + L + "N2,,N\nN3,,,D\n", "8 row-below-legend", "9 row-below-legend")
put("grid-letter-twice.csv", G + days(1, 7) + "\nN1,N\nLegend\nN,19:00,07:00,Mon-Fri\nN,15:00,07:00,Sat-Sun\n", "4 1 contradicting-legend")
put("grid-hours-of-twelve.csv", G + days(1, 7) + "\nN1,9-5,7-3,3-11,11-7,D\n" + L, "4 1 unknown-shift", "4 2 unknown-shift", "4 3 unknown-shift", "4 4 unknown-shift")
