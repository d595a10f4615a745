#!/usr/bin/env bash
# Rosters against the running program: one ward's roster as six programs write it, preview, publish, unchanged, rollback, a rotation, a swap,
# the warning of a gap, a roster that is fetched from a folder, paper.
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

put() { curl -sS -X PUT "$url$1" -H "Authorization: Bearer ${3:-$key}" -H 'Content-Type: application/json' -d "$2"; }
send() { curl -sS -X POST "$url$1" -H "Authorization: Bearer ${3:-$key}" -H 'Content-Type: application/json' -d "$2"; }
day() { TZ=Europe/Brussels date -d "$1" +%Y-%m-%d; }
hour() { TZ=Europe/Brussels date -d "$1" '+%Y-%m-%d %H:00'; }

mkdir -p "$work/share"
say "Build and start"
dotnet build -c Release src/OnCall.Api -v q --nologo | tail -3
env ASPNETCORE_URLS="$url" ASPNETCORE_ENVIRONMENT=Production OnCall__DataDirectory="$work/data" OnCall__BootstrapApiKey="$key" OnCall__TimeZone=Europe/Brussels OnCall__Rosters__PullFolders__0="$work/share" \
  dotnet src/OnCall.Api/bin/Release/net10.0/OnCall.Api.dll >"$work/api.log" 2>&1 &
api=$!
for _ in $(seq 900); do curl -fsS "$url/health/ready" >/dev/null 2>&1 && break; sleep 0.1; done

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

say "Another ward: two nurses, and a coordinator who plans for them"
put /api/v1/org-units/ward-9 '{"name":"Ward 9"}' >"$work/out"
for one in 'A1 Ada' 'B1 Bram'; do
  put "/api/v1/people/${one% *}" "{\"name\":\"${one#* }\",\"orgUnit\":\"ward-9\",\"permissions\":[{\"permission\":\"staff\",\"orgUnit\":\"ward-9\"}],\"contactMethods\":[]}" >"$work/out"
done
put /api/v1/people/S1 '{"name":"Sam","permissions":[{"permission":"scheduler","orgUnit":"ward-9"}],"contactMethods":[]}' >"$work/out"
put /api/v1/roles/ward-9/nurse '{"name":"Ward 9 – Nurse","orgUnit":"ward-9","coverage":{"hours":"none"}}' >"$work/out"
put /api/v1/roles/ward-9/doctor '{"name":"Ward 9 – Doctor","orgUnit":"ward-9"}' >"$work/out"
ada=$(send /api/v1/keys '{"person":"A1"}' | jq -r .key) bram=$(send /api/v1/keys '{"person":"B1"}' | jq -r .key) sam=$(send /api/v1/keys '{"person":"S1"}' | jq -r .key)

say "A rotation: they take turns, a week each, on the nights"
send_rotation="{\"role\":\"ward-9/nurse\",\"people\":[\"A1\",\"B1\"],\"every\":\"week\",\"on\":\"mon\",\"handOff\":\"20:00\",\"from\":\"$(day 'next monday')\",\"horizonDays\":21,\"hours\":[{\"days\":[\"mon\",\"tue\",\"wed\",\"thu\",\"fri\",\"sat\",\"sun\"],\"from\":\"20:00\",\"to\":\"08:00\"}],\"label\":\"Night\"}"
put '/api/v1/rotations/ward-9-nights?preview=true' "$send_rotation" "$sam" | jq -c "{changes, warnings: [.warnings[]?.code] | unique}"
put /api/v1/rotations/ward-9-nights "$send_rotation" "$sam" | jq -c "{status: (.status // \"made\"), changes}"

say "A swap: asked, accepted, approved"
first=$(day 'next monday') second=$(TZ=Europe/Brussels date -d "$first +7 days" +%Y-%m-%d)
swap=$(send /api/v1/swaps "{\"role\":\"ward-9/nurse\",\"give\":{\"start\":\"${first}T22:00\"},\"with\":\"B1\",\"take\":{\"start\":\"${second}T22:00\"},\"reason\":\"wedding\"}" "$ada")
id=$(printf '%s' "$swap" | jq -r .id)
printf '%s' "$swap" | jq -c '{state, wantsApproval}'
send "/api/v1/swaps/$id/accept" '{}' "$bram" | jq -c '{state}'
send "/api/v1/swaps/$id/approve" '{}' "$sam" | jq -c '{state, covers: (.covers | length)}'
for night in "$first" "$second"; do
  curl -sS -G "$url/api/v1/roles/resolve" -H "Authorization: Bearer $key" --data-urlencode 'role=ward-9/nurse' --data-urlencode "at=${night}T23:00+01:00" | jq -c '[.responders[] | .person.name + ", " + .because]'
done
curl -sS "$url/api/v1/me/notices" -H "Authorization: Bearer $sam" | jq -r '.items[] | select(.kind | startswith("swap")) | .text'

say "A gap in about 20 hours, and who was told"
printf 'Role,Employee no,Start,End\nward-9/doctor,A1,%s,%s\nward-9/doctor,B1,%s,%s\n' "$(hour '-1 hour')" "$(hour '+20 hours')" "$(hour '+30 hours')" "$(hour '+120 hours')" >"$work/doctor.csv"
upload "$work/doctor.csv" publish=true | jq -c '{status, problems: [.problems[] | select(.code == "gap") | .message]}'
for _ in $(seq 30); do
  # Before the roster was published the whole role was a gap, and may have been told as one.
  curl -sS "$url/api/v1/me/notices" -H "Authorization: Bearer $sam" | jq -r '.items[] | select(.kind == "gapWarning") | .text | select(test("[(]in "))' >"$work/out"
  [ -s "$work/out" ] && break
  sleep 1
done
cat "$work/out"
get "/api/v1/rosters/gaps?role=ward-9/doctor" | jq -c '.items[0] | {kind, start: .start, "end": .["end"], warned: [.warned[] | {level, to: [.to[].name]}]}'

say "A roster that is fetched from a folder; then the file loses most of its shifts"
{ echo 'Role,Employee no,Start,End'; for n in $(seq 12); do echo "ward-9/doctor,A1,$(day "+$((n + 10)) days") 08:00,$(day "+$((n + 10)) days") 20:00"; done; } >"$work/share/rota.csv"
put /api/v1/roster-pulls/ward-9 "{\"orgUnit\":\"ward-9\",\"folder\":\"$work/share\",\"pattern\":\"rota*.csv\",\"timeZone\":\"Europe/Brussels\"}" >"$work/out"
run() { send /api/v1/roster-pulls/ward-9/run '{}' "$sam" | jq -c '{lastOutcome, lastMessage}'; }
run
run
head -4 "$work/share/rota.csv" >"$work/share/rota.new" && mv "$work/share/rota.new" "$work/share/rota.csv"
run
run

say "Paper (made soon after the start, then every 15 minutes)"
for _ in $(seq 60); do [ -f "$work/data/paper/on-call-house.html" ] && break; sleep 1; done
ls "$work/data/paper"
head -3 "$work/data/paper/on-call-house.csv"
