#!/bin/sh
# Makes the workbooks of this folder with LibreOffice, so that another program than OnCall wrote what the tests read.
# Needs: soffice (Debian: libreoffice-calc-nogui).
set -eu
cd "$(dirname "$0")"
export SAL_USE_VCLPLUGIN=svp
for format in xlsx:"Calc MS Excel 2007 XML" xls:"MS Excel 97"; do
  soffice --headless --convert-to "${format%%:*}:${format#*:}" --outdir . source/*.fods
  soffice --headless --infilter="CSV:44,34,76,1,,0,false,true" --convert-to "${format%%:*}:${format#*:}" --outdir . source/ward21.csv
  soffice --headless --infilter="CSV:59,34,76,1,,0,false,true" --convert-to "${format%%:*}:${format#*:}" --outdir . source/semicolons.csv
  soffice --headless --infilter="CSV:44,34,76,1,,0,true,false" --convert-to "${format%%:*}:${format#*:}" --outdir . source/grid-text.csv
done
