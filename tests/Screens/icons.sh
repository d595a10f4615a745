#!/bin/sh
# Draws the icons of the installed screen from favicon.svg, with Debian's chromium. Run by hand when the drawing changes: sh tests/Screens/icons.sh
set -eu
cd "$(dirname "$0")/../../src/OnCall.Api/wwwroot"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

draw() { # name, pixels, share of the width that the drawing takes in percent, ground
  cat > "$work/page.html" <<PAGE
<style>body { margin: 0; width: ${2}px; height: ${2}px; display: grid; place-items: center; background: $4 } svg { width: $3%; height: $3% }</style>
$(cat favicon.svg)
PAGE
  chromium --headless --no-sandbox --hide-scrollbars --default-background-color=00000000 \
    --window-size="$2,$2" --screenshot="$work/$1" "file://$work/page.html" > "$work/log" 2>&1
  mv "$work/$1" "$1"
}

draw icon-192.png 192 100 transparent
draw icon-512.png 512 100 transparent
draw icon-maskable.png 512 80 '#0b5cad'
