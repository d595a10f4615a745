#!/usr/bin/env bash
# The main job against the running program, with a stub Twilio and a real SNPP gateway (Debian: libnet-snpp-perl).
#   bash docs/walkthrough.sh [ward-roster.csv]
# Needs the .NET SDK, curl, openssl, jq, perl with Net::SNPP::Server. Everything it writes goes to a temporary folder.
set -euo pipefail
cd "$(dirname "$0")/.."
roster=${1:-samples/ward-roster.csv}
work=$(mktemp -d)
port=${ONCALL_PORT:-5085} twilio_port=${TWILIO_PORT:-5086}
url=http://127.0.0.1:$port
key=walkthrough-bootstrap-key-000000
token=walkthrough-twilio-token account=ACwalkthrough
public=https://oncall.example.org
api=
cleanup() { [ -z "$api" ] || kill -9 "$api" 2>/dev/null || true; jobs -p | xargs -r kill 2>/dev/null || true; rm -rf "$work"; }
trap cleanup EXIT

say() { printf '\n== %s\n' "$*"; }
call() { # METHOD PATH [JSON] [KEY]
  local body=()
  [ -z "${3:-}" ] || body=(-H 'Content-Type: application/json' -d "$3")
  curl -sS -X "$1" "$url$2" -H "Authorization: Bearer ${4:-$key}" "${body[@]}"
}
page() { curl -sS -X POST "$url/api/v1/pages" -H "Authorization: Bearer $key" -H "Idempotency-Key: $(openssl rand -hex 16)" -H 'Content-Type: application/json' -d "$1"; }
trail() { call GET "/api/v1/pages/$1" | jq -r '.events[] | [(.at[11:] | rtrimstr("Z")), .kind, (.channel // "-"), .detail] | @tsv' | column -t -s "$(printf '\t')" | cut -c1-170; }
start_api() {
  env ASPNETCORE_URLS="$url" ASPNETCORE_ENVIRONMENT=Production OnCall__DataDirectory="$work/data" OnCall__BootstrapApiKey="$key" OnCall__PublicUrl="$public" \
    OnCall__Channels__Twilio__BaseUrl="http://127.0.0.1:$twilio_port" OnCall__Channels__Twilio__AccountSid="$account" \
    OnCall__Channels__Twilio__AuthToken="$token" OnCall__Channels__Twilio__From=+15550000 \
    OnCall__Channels__Snpp__Host=127.0.0.1 OnCall__Channels__Snpp__Port="$snpp_port" \
    dotnet src/OnCall.Api/bin/Release/net10.0/OnCall.Api.dll >>"$work/api.log" 2>&1 &
  api=$!
  for _ in $(seq 900); do curl -fsS "$url/health/ready" >/dev/null 2>&1 && return; sleep 0.1; done
  cat "$work/api.log"; exit 1
}
sms() { # FROM TEXT: a signed inbound message, as the provider posts it
  local to=+15550000 sid signed
  sid=SM$(openssl rand -hex 16)
  signed="$public/webhooks/twilio/smsAccountSid${account}Body$2From$1MessageSid${sid}To$to"
  curl -sS "$url/webhooks/twilio/sms" -H "X-Twilio-Signature: $(printf %s "$signed" | openssl dgst -sha1 -hmac "$token" -binary | base64)" \
    --data-urlencode "AccountSid=$account" --data-urlencode "Body=$2" --data-urlencode "From=$1" --data-urlencode "MessageSid=$sid" --data-urlencode "To=$to"
}

say "Build"
dotnet build -c Release src/OnCall.Api -v q --nologo | tail -3
dotnet build docs/stub-twilio.cs -v q --nologo | tail -1

say "A stub Twilio, a real SNPP gateway, the program"
dotnet run --no-build docs/stub-twilio.cs -- "$twilio_port" >"$work/twilio.log" 2>&1 &
mkfifo "$work/stdin"; sleep 10000 >"$work/stdin" &
perl tests/Channels/oracles/snpp-server.pl <"$work/stdin" >"$work/snpp.log" 2>&1 &
for _ in $(seq 100); do [ -s "$work/snpp.log" ] && break; sleep 0.1; done
snpp_port=$(head -1 "$work/snpp.log")
for _ in $(seq 100); do grep -q http "$work/twilio.log" && break; sleep 0.1; done
start_api
echo "$url, gateway on port $snpp_port"

say "Upload a ward's roster: $(basename "$roster")"
curl -sS "$url/api/v1/rosters/uploads" -H "Authorization: Bearer $key" -F "file=@$roster" -F timeZone=Europe/Brussels -F createMissing=true -F publish=true \
  | jq '{status, format, encoding, rows, accepted, changes, problems: (.problems | group_by(.severity + " " + .code) | map({(.[0].severity + " " + .[0].code): length}) | add)}'
resolve() { curl -sS -G "$url/api/v1/roles/resolve" -H "Authorization: Bearer $key" --data-urlencode "role=$1" ${2:+--data-urlencode "at=$2"}; }
for at in 2026-10-25T00:30:00Z 2026-10-25T05:59:59Z; do
  say "Who answers for 'Ward 21 – Nurse on duty' at $at"
  resolve "Ward 21 – Nurse on duty" "$at" | jq -c '{at, covered, responders: [.responders[]? | {name: .person.name, tier, since, until, because}], next, title, nearest}'
done

say "Two people with verified methods, a two-tier roster around now"
call PUT /api/v1/people/C001 '{"name":"Dr. Primary","contactMethods":[{"kind":"sms","address":"+15550101","verified":true},{"kind":"snpp","address":"5554711","verified":true}]}' | jq -c '{employeeNo, name}'
call PUT /api/v1/people/C002 '{"name":"Dr. Backup","contactMethods":[{"kind":"sms","address":"+15550102","verified":true}]}' | jq -c '{employeeNo, name}'
call PUT /api/v1/people/D001 '{"name":"Desk Officer","permissions":[{"permission":"dispatcher"}],"contactMethods":[{"kind":"sms","address":"+15550109","verified":true}]}' | jq -c '{employeeNo, name}'
call PUT /api/v1/roles/cardiology/duty-physician '{"name":"Cardiology – duty physician","aliases":["Cardiology on call"]}' | jq -c '{code, name}'
from=$(date -u -d '-1 hour' +%Y-%m-%dT%H:%M:00Z) to=$(date -u -d '+12 hours' +%Y-%m-%dT%H:%M:00Z)
printf 'Role,Employee no,Start,End,Tier\ncardiology/duty-physician,C001,%s,%s,1\ncardiology/duty-physician,C002,%s,%s,2\n' "$from" "$to" "$from" "$to" >"$work/two-tier.csv"
curl -sS "$url/api/v1/rosters/uploads" -H "Authorization: Bearer $key" -F "file=@$work/two-tier.csv" -F timeZone=UTC -F publish=true | jq -c '{status, rows, accepted, changes}'
resolve "cardiology on call" | jq -c '{covered, responders: [.responders[] | {name: .person.name, tier}]}'

say "Page it as code; nobody answers for 65 s"
sent=$(page '{"role":"Cardiology – duty physician","urgency":"code","subject":"Bed 12, Mrs. Example","callback":"555 0199"}')
id=$(jq -r .id <<<"$sent") reference=$(jq -r .reference <<<"$sent")
jq -c '{reference, state, atDesk, step, nextStepAt, responders: [.responders[].person.name]}' <<<"$sent"
sleep 65
call GET "/api/v1/pages/$id" | jq -c '{reference, state, atDesk, step, responders: [.responders[] | "\(.person.name): \(.standing)"]}'

say "An unsigned reply is refused, a forwarded one takes nothing, the right one takes it"
curl -sS "$url/webhooks/twilio/sms" --data-urlencode "Body=$reference Y" --data-urlencode "From=+15550102" | jq -c '{type, status}'
sms +15550777 "$reference Y"; echo
sms +15550102 "$reference Y"; echo
call GET "/api/v1/pages/$id" | jq -c '{state, acknowledgements: [.acknowledgements[] | {name: .person.name, at}]}'
say "The trail"
trail "$id"
say "What left the building (stub Twilio, then the SNPP gateway)"
tail -n +2 "$work/twilio.log"; tail -n +2 "$work/snpp.log"
if grep -q 'Mrs. Example' "$work/twilio.log" "$work/snpp.log" "$work/api.log"; then echo 'PATIENT DATA LEFT THE BUILDING'; exit 1; fi

say "kill -9 between step 1 and step 2, about 35 s down, restart"
sent=$(page '{"role":"Cardiology – duty physician","urgency":"code"}')
id=$(jq -r .id <<<"$sent"); jq -c '{reference, step, nextStepAt}' <<<"$sent"
sleep 8; { kill -9 "$api"; wait "$api"; } 2>/dev/null || true; echo "killed"; sleep 34
began=$(date +%s%3N); start_api; echo "back after $(( $(date +%s%3N) - began )) ms"
sleep 40
call GET "/api/v1/pages/$id" | jq -c '{reference, state, atDesk, step, responders: [.responders[] | "\(.person.name): \(.standing)"]}'
trail "$id"
say "Done"
