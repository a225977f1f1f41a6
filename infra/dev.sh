#!/usr/bin/env bash
#/ Usage: infra/dev.sh COMMAND [OPTIONS]
#/
#/   demo      start the bot with the sample company and a Teams emulator, and print the address to open
#/             --speed N        the clock runs N times as fast
#/             --leads FILE     bring in the leads of this CSV file instead of the sample's
#/             --map FILE       the column map of that file
#/             --lead-every N   seconds between two leads (0: none come by themselves)
#/             --port N         the bot's port (3978); --playground-port N: the emulator's (56150)
#/   test      install what is missing, build, and run every test; ends with "N passed, N failed, N skipped"
#/             --only domain|sqlite|postgres|e2e
#/   faults    do to the built program what a bad day does (kill -9, a database that restarts, a server that is stopped, a
#/             Teams that answers at its worst) for as long as it takes to find something: about half an hour. "test" does the
#/             short ones
#/             --only NAME      one of KilledAtAnyMoment, DatabaseRestarted, ConnectorAtItsWorst, OneServerStopped,
#/                              JobStoreDropped, RollingRestart
#/             --seed N         repeat what chance decided in a run that failed
#/   cards     draw every card in every state into artifacts/cards/index.html
#/   check     restore as locked, build, look at the format, at dead paths and at words that must not be here
#/   format    put the code into its format
#/   migrate NAME   add a database migration for SQLite and for PostgreSQL
#/   icons     draw the Teams app's icons from manifest/icons.svg
#/   figures   run the benchmarks
#/
#/ Every command installs what it needs on Debian 12 with the .NET 10 SDK and Node 20 (as root, or with sudo),
#/ says what it does, and works again when run again. Logs and results go to artifacts/.
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$ROOT"
export DEBIAN_FRONTEND=noninteractive DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
LOGS=artifacts/logs
E2E=tests/end-to-end
BOT=src/AccountabilityBot
mkdir -p "$LOGS"

say() { printf '== %s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }
wrong_usage() { printf '%s\n%s\n' "$1" "infra/dev.sh --help shows the commands and options." >&2; exit 2; }
usage() { sed -n 's/^#\/ \{0,1\}//p' "${BASH_SOURCE[0]}"; }

# What follows an option, as the rest of the command line: need_value --only sqlite ...
need_value() { [[ -n ${2-} ]] || wrong_usage "$1 needs a value."; }
need_number() { [[ ${2-} =~ ^[0-9]+(\.[0-9]+)?$ ]] || wrong_usage "$1 needs a number, not \"${2-}\"."; }
need_port() { [[ ${2-} =~ ^[0-9]{1,5}$ ]] || wrong_usage "$1 needs a port number, not \"${2-}\"."; }

# shellcheck source=infra/dev/install.sh
. infra/dev/install.sh
# shellcheck source=infra/dev/postgres.sh
. infra/dev/postgres.sh
# shellcheck source=infra/dev/demo.sh
. infra/dev/demo.sh
# shellcheck source=infra/dev/test.sh
. infra/dev/test.sh

# Locked: a package that is not in the committed lock files stops here and not in production.
build() {
  say "Building (Release, warnings are errors)"
  { dotnet restore AccountabilityBot.sln --locked-mode --nologo -v q \
    && dotnet build AccountabilityBot.sln -c Release --no-restore --nologo -v q -warnaserror; } > "$LOGS/build.log" 2>&1 \
    || { grep -E 'error|warning' "$LOGS/build.log" | sort -u | head -40; return 1; }
}

format_is_clean() {
  say "Looking at the format"
  dotnet format AccountabilityBot.sln --verify-no-changes --no-restore > "$LOGS/format.log" 2>&1 \
    || { grep -E 'error|warning' "$LOGS/format.log" | sort -u | head -20; return 1; }
}

check() {
  need_dotnet
  need_node
  build
  format_is_clean
  say "Looking for dead paths and for words that must not be here"
  node infra/dev/check-text.mjs
}

cards() {
  need_dotnet
  need_node
  install_browser
  install_npm_packages
  build
  say "Drawing the cards"
  node "$E2E/run.mjs" --suite cards --gallery
}

format() {
  need_dotnet
  say "Formatting the code"
  dotnet format AccountabilityBot.sln
}

migrate() {
  [[ ${1-} =~ ^[A-Z][A-Za-z0-9]+$ ]] || wrong_usage "migrate needs a name like AddSnoozes, not \"${1-}\"."
  need_dotnet
  dotnet tool restore > "$LOGS/tools.log"
  local provider
  for provider in Sqlite Postgres; do
    say "Adding $1 for $provider"
    dotnet ef migrations add "$1" --project "$BOT" --context "${provider}BotDb" --output-dir "Data/Migrations/$provider"
  done
}

icons() {
  need_node
  install_browser
  install_npm_packages
  say "Drawing the icons"
  node "$E2E/icons.mjs"
}

figures() {
  need_dotnet
  say "Measuring"
  dotnet run -c Release --project tests/AccountabilityBot.Benchmarks -- "$@"
}

command=${1-}
[ $# -eq 0 ] || shift
for option in "$@"; do
  case $option in --help | -h) command=--help ;; esac
done
case $command in
  demo) demo "$@" ;;
  test) run_tests "$@" ;;
  faults) faults "$@" ;;
  cards | check | format | icons)
    [ $# -eq 0 ] || wrong_usage "$command takes no options, not \"$1\"."
    "$command"
    ;;
  migrate | figures) "$command" "$@" ;;
  --help | -h | help) usage ;;
  "") usage; exit 2 ;;
  *) wrong_usage "There is no command \"$command\"." ;;
esac
