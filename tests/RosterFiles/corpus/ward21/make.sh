#!/bin/sh
# Makes the ward's roster in the forms that other programs write. Needs iconv and python3-icalendar (Debian: libc-bin, python3-icalendar);
# ward21.xlsx and ward21.xls are LibreOffice's (../excel/make.sh).
set -eu
cd "$(dirname "$0")"
csv=../excel/source/ward21.csv
cp "$csv" ward21.csv
# CP932 has no en dash, but a horizontal bar.
sed 's/–/―/g' "$csv" | iconv -f UTF-8 -t CP932 > ward21-shift_jis.csv
iconv -f UTF-8 -t UTF-16 "$csv" > ward21-utf16.csv
iconv -f UTF-8 -t UTF-16BE "$csv" > ward21-utf16be-unmarked.csv
iconv -f UTF-8 -t GB18030 "$csv" > ward21-gb18030.csv
iconv -f UTF-8 -t WINDOWS-1252 "$csv" > ward21-windows-1252.csv
sed 's/,/;/g' "$csv" > ward21-semicolons.csv
tr ',' '\t' < "$csv" > ward21-tabs.txt
/usr/bin/python3 make.py "$csv"
