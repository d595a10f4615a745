#!/usr/bin/env bash
# Rosters against the running program: one ward's roster as six programs write it, preview, publish, unchanged, rollback, paper.
#   bash docs/rosters.sh
# Needs the .NET SDK, curl and jq. Everything it writes goes to a temporary folder.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
port=${ONCALL_PORT:-5087}
url=http://127.0.0.1:$port
key=rosters-bootstrap-key-0000000000
corpus=tests/RosterFiles/corpus
api=
cleanup() { [ -z "$api" ] || kill "$api" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"; }
trap cleanup EXIT

say() { printf '\n== %s\n' "$*"; }
get() { curl -sS "$url$1" -H "Authorization: Bearer $key"; }
post() { curl -sS -X POST "$url$1" -H "Authorization: Bearer $key"; }
upload() { # FILE [FIELD=VALUE...]
  local file=$1 fields=()
  shift
  for field in "$@"; do fields+=(-F "$field"); done
  curl -sS "$url/api/v1/rosters/uploads" -H "Authorization: Bearer $key" -F "file=@$file" -F timeZone=Europe/Brussels "${fields[@]}"
}
told() { jq -c '{status, format, encoding, delimiter: .reading.delimiter, sheet: .reading.sheet, rows, accepted, changes}'; }
who() { curl -sS -G "$url/api/v1/roles/resolve" -H "Authorization: Bearer $key" --data-urlencode "role=Ward 21 – Nurse on duty" --data-urlencode "at=$1" | jq -c '[.responders[] | .person.name]'; }

say "Build and start"
dotnet build -c Release src/OnCall.Api -v q --nologo | tail -3
env ASPNETCORE_URLS="$url" ASPNETCORE_ENVIRONMENT=Production OnCall__DataDirectory="$work/data" OnCall__BootstrapApiKey="$key" OnCall__TimeZone=Europe/Brussels \
  dotnet src/OnCall.Api/bin/Release/net10.0/OnCall.Api.dll >"$work/api.log" 2>&1 &
api=$!
for _ in $(seq 100); do curl -fsS "$url/health/ready" >/dev/null 2>&1 && break; sleep 0.1; done

say "The ward's roster as CSV, published"
upload "$corpus/ward21/ward21.csv" createMissing=true publish=true | told

say "The same roster as other programs write it"
for file in excel/ward21.xlsx excel/ward21.xls ward21/ward21-shift_jis.csv ward21/ward21-utf16.csv ward21/ward21-amion.txt; do
  printf '%s\n  ' "$file"
  upload "$corpus/$file" publish=true | told
done
printf '%s\n  ' ward21/ward21.ics
upload "$corpus/ward21/ward21.ics" 'mapping={"role":"LOCATION"}' publish=true | told

say "A preview: one shift goes to another nurse, one is gone"
sed 's/^\(Ward 21 – Nurse on duty\),N010,NU_9,2026-10-12,07:00/\1,N003,HN_2,2026-10-12,07:00/; /^Ward 21 – Trainee on duty,[^,]*,[^,]*,2026-10-20,/d' "$corpus/ward21/ward21.csv" >"$work/changed.csv"
preview=$(upload "$work/changed.csv")
printf '%s' "$preview" | jq -c '{status, changes, problems: [.problems[] | select(.code != "no-contact-method") | {row, column, code, message}][:4]}'
id=$(printf '%s' "$preview" | jq -r .id)
get "/api/v1/rosters/uploads/$id" | jq -c '.differences[:3][] | {kind, role: .role.name, was: (.was | if . then "\(.person.name) \(.start) \(.shift)" else null end), becomes: (.becomes | if . then "\(.person.name) \(.start) \(.shift)" else null end)}'
echo "on at 2026-10-12 08:00 while it is a preview: $(who 2026-10-12T08:00+02:00)"

say "Publish it"
post "/api/v1/rosters/uploads/$id/publish" | jq -c '{status, changes}'
echo "on at 2026-10-12 08:00: $(who 2026-10-12T08:00+02:00)"

say "The same file again"
upload "$work/changed.csv" publish=true | told

say "Roll it back"
post "/api/v1/rosters/uploads/$id/rollback" | jq -c '{status}'
echo "on at 2026-10-12 08:00: $(who 2026-10-12T08:00+02:00)"
printf 'the first file again: '
upload "$corpus/ward21/ward21.csv" publish=true | told

say "A file that decides no order of day and month, and what it is answered"
printf 'Role,Employee no,Start,End\nWard 21 – Nurse on duty,N010,1/2/2027 07:00,1/2/2027 15:00\nWard 21 – Nurse on dutty,N999,2027-02-02 07:00,2027-02-02 15:00\n' >"$work/odd.csv"
upload "$work/odd.csv" | jq '{status, title, errors}'

say "Paper (made 20 s after the start, then every 15 minutes)"
for _ in $(seq 60); do [ -f "$work/data/paper/on-call-house.html" ] && break; sleep 1; done
ls "$work/data/paper"
head -3 "$work/data/paper/on-call-house.csv"
