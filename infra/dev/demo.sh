# shellcheck shell=bash
# The bot and a Teams emulator side by side, until Ctrl-C or until one of them ends.

BOT_PID=
PLAYGROUND_PID=

stop_demo() {
  local pid
  for pid in $PLAYGROUND_PID $BOT_PID; do kill "$pid" 2> /dev/null || true; done
  wait 2> /dev/null || true
}

demo() {
  local port=3978 playground_port=56150 folder=artifacts/demo options=()
  while [ $# -gt 0 ]; do
    case $1 in
      --speed | --lead-every) need_number "$@"; options+=("$1" "$2"); shift 2 ;;
      --leads | --map)
        need_value "$@"
        [ -r "$2" ] || fail "$1: there is no file $2 that can be read."
        options+=("$1" "$(realpath "$2")"); shift 2 ;;
      --port) need_port "$@"; port=$2; shift 2 ;;
      --playground-port) need_port "$@"; playground_port=$2; shift 2 ;;
      *) wrong_usage "demo does not know \"$1\"." ;;
    esac
  done

  need_dotnet
  need_node
  port_is_free "$port" --port
  port_is_free "$playground_port" --playground-port
  install_npm_packages
  say "Building the bot"
  dotnet build "$BOT" -c Release --nologo -v q > "$LOGS/demo-build.log" 2>&1 || { tail -20 "$LOGS/demo-build.log"; fail "The bot does not build."; }

  mkdir -p "$folder"
  trap stop_demo EXIT
  trap 'exit 130' INT TERM
  say "Starting the bot on port $port (log: $LOGS/demo-bot.log)"
  # The built program, not "dotnet run", which would stay between us and the bot when it is time to stop.
  ASPNETCORE_ENVIRONMENT=Development dotnet "$BOT/bin/Release/net10.0/AccountabilityBot.dll" \
    demo --playground "$PWD/$folder" --port "$port" "${options[@]}" < /dev/null > "$LOGS/demo-bot.log" 2>&1 &
  BOT_PID=$!
  wait_until_ready "http://127.0.0.1:$port/healthz" "$BOT_PID" "The bot" "$LOGS/demo-bot.log"

  say "Starting the Teams emulator, Microsoft 365 Agents Playground, under its \"Microsoft pre-release software license terms\""
  start_playground "$port" "$playground_port" "$folder"
  wait_until_ready "http://127.0.0.1:$playground_port/" "$PLAYGROUND_PID" "The Playground" "$LOGS/demo-playground.log"
  # When its port is taken in the meantime it goes to another without a word, where the bot's answers would not reach it.
  grep -q "Listening on $playground_port" "$LOGS/demo-playground.log" \
    || fail "The Playground could not listen on $playground_port; choose another with --playground-port."

  invitation "http://127.0.0.1:$playground_port/" "$(sed -n 's/^ *\(.*: the clock starts on .*\)$/\1/p' "$LOGS/demo-bot.log" | head -1)"
  local ended=0
  wait -n "$BOT_PID" "$PLAYGROUND_PID" || ended=$?
  tail -5 "$LOGS/demo-bot.log" "$LOGS/demo-playground.log"
  fail "One of the two ended by itself (exit $ended); the last lines of both logs stand above."
}

start_playground() {
  local cli=$PWD/$E2E/node_modules/@microsoft/m365agentsplayground/cli.js
  [ -f "$cli" ] || fail "The npm package @microsoft/m365agentsplayground is not installed; npm ci in $E2E brings it."
  # BROWSER: it would open one by itself. The rest keeps it from reporting its use.
  (cd "$3" && BROWSER=true APPLICATION_INSIGHTS_NO_STATSBEAT=1 exec node "$cli" start \
    -e "http://127.0.0.1:$1/api/messages" -c msteams -p "$2" \
    --service-url "http://127.0.0.1:$2/_connector" --disable-telemetry) < /dev/null > "$LOGS/demo-playground.log" 2>&1 &
  PLAYGROUND_PID=$!
}

# wait_until_ready URL PID NAME LOG: ends when the address answers; fails at once when the program ends before.
wait_until_ready() {
  node infra/dev/wait-for.mjs "$1" 90 &
  local waiter=$! first='' status=0
  wait -n -p first "$2" "$waiter" || status=$?
  if [ "$first" = "$waiter" ] && [ $status -eq 0 ]; then return 0; fi
  kill "$waiter" 2> /dev/null || true
  tail -20 "$4"
  fail "$3 did not start; its last lines stand above."
}

port_is_free() {
  # Opening the port succeeds only when somebody listens there.
  if (exec 3<> "/dev/tcp/127.0.0.1/$1") 2> /dev/null; then fail "Port $1 is taken; stop what listens there, or choose another with $2."; fi
}

# invitation ADDRESS [LINE]: the line says when the clock starts, at night and on Sundays.
invitation() {
  local line=''
  if [ -n "${2-}" ]; then line=$(printf '\n  |   %-67s|\n  |%70s|' "$2" ''); fi
  cat << BOX

  +----------------------------------------------------------------------+
  |                                                                      |
  |   Open   $(printf '%-60s' "$1")|
  |                                                                      |
  |   1  Choose the sales channel on the left: a lead arrives there.     |
  |   2  Press Accept, or Reject and choose a reason.                    |
  |   3  In Personal Chat write: my leads, or: help                      |
  |                                                                      |$line
  |   The emulator listens on every network interface of this machine.   |
  |   Ctrl-C stops both.                                                 |
  |                                                                      |
  +----------------------------------------------------------------------+

BOX
}
