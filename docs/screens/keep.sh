#!/bin/sh
# Renews the pictures of this folder from those that the journeys keep:
#   ONCALL_SCREENSHOTS=/tmp/pictures dotnet test tests/Screens && sh docs/screens/keep.sh /tmp/pictures
set -eu
cd "$(dirname "$0")"
sed -n 's/.*](\([a-z0-9A-Z-]*\.png\)).*/\1/p' README.md | while read -r picture; do
  cp "$1/$picture" "$picture"
done
