# shellcheck shell=bash
# Every test, one after the other; one that fails does not keep the next from running.

RESULTS=artifacts/test-results
STEPS=()
FORMAT=

# step NAME COMMAND...: a step that counts as one check.
step() {
  local name=$1 status=0
  shift
  "$@" || status=$?
  STEPS+=("$name" "$status" -)
  return $status
}

# suite NAME COMMAND...: a test program that writes its own counts to $RESULTS/NAME.json; its output goes to a log.
suite() {
  local name=$1 status=0
  shift
  say "Running the $name tests (output: $LOGS/$name.log)"
  # A program that hangs must end before the whole run is ended from outside.
  timeout --kill-after=10 15m "$@" < /dev/null > "$LOGS/$name.log" 2>&1 || status=$?
  STEPS+=("$name" "$status" "$RESULTS/$name.json")
}

xunit() {
  local name=$1 project=$2 scratch
  shift 2
  scratch=$(make_scratch_folder)
  # A test that starts a PostgreSQL of its own does so as another user, who has to get through here.
  chmod 711 "$scratch"
  suite "$name" env TMPDIR="$scratch" "tests/$project/bin/Release/net10.0/$project" -noColor -noLogo -ctrf "$RESULTS/$name.json" "$@"
  rm -rf "$scratch"
}

host_tests_on_sqlite() {
  unset ACCOUNTABILITY_TEST_POSTGRES
  xunit sqlite AccountabilityBot.Tests -trait- database=postgres
}

# The host's tests run on both databases in one go; a test says by its trait when it is PostgreSQL's alone. One thread more than
# cores: those about faults mostly wait for servers that are to notice something.
host_tests() {
  step postgres-starts start_postgres || true
  xunit "$@" -maxThreads $(($(nproc) + 1))
}

end_to_end_tests() {
  suite end-to-end node "$E2E/run.mjs" --ctrf "$RESULTS/end-to-end.json"
}

totals() {
  node infra/dev/totals.mjs "${STEPS[@]}"
}

# The format is looked at beside the tests, which have the machine first: alone it would cost two minutes of one core.
begin_format() {
  (
    renice -n 19 "$BASHPID" > /dev/null 2>&1 || true
    format_is_clean
  ) > "$LOGS/format-found.log" 2>&1 &
  FORMAT=$!
}

end_format() {
  local status=0
  wait "$FORMAT" || status=$?
  cat "$LOGS/format-found.log"
  return $status
}

run_tests() {
  local only=all
  while [ $# -gt 0 ]; do
    case $1 in
      --only) need_value "$@"; only=$2; shift 2 ;;
      *) wrong_usage "test does not know \"$1\"." ;;
    esac
  done
  case $only in all | domain | sqlite | postgres | e2e) ;; *) wrong_usage "--only takes domain, sqlite, postgres or e2e, not \"$only\"." ;; esac

  need_dotnet
  need_node
  rm -rf "$RESULTS"
  mkdir -p "$RESULTS"
  case $only in all | e2e) install_browser; install_npm_packages ;; esac
  trap stop_postgres EXIT
  trap 'exit 130' INT TERM

  if step build build; then
    [ $only != all ] || begin_format
    [ $only != all ] || step text node infra/dev/check-text.mjs || true
    case $only in all | domain) xunit domain AccountabilityBot.Domain.Tests ;; esac
    case $only in
      all) host_tests host AccountabilityBot.Tests ;;
      sqlite) host_tests_on_sqlite ;;
      postgres) host_tests postgres AccountabilityBot.Tests -trait database=postgres ;;
    esac
    stop_postgres
    [ $only != all ] || step format end_format || true
    case $only in all | e2e) end_to_end_tests ;; esac
  fi
  totals
}

# The long versions of the tests in tests/AccountabilityBot.Tests/Faults; what each did is told at its end.
faults() {
  local only='*'
  while [ $# -gt 0 ]; do
    case $1 in
      --only) need_value "$@"; only=$2; shift 2 ;;
      --seed) need_number "$@"; export ACCOUNTABILITY_FAULTS_SEED=$2; shift 2 ;;
      *) wrong_usage "faults does not know \"$1\"." ;;
    esac
  done
  [ "$only" = '*' ] || [ -f "tests/AccountabilityBot.Tests/Faults/$only.cs" ] || wrong_usage "--only: there is no \"$only\" in tests/AccountabilityBot.Tests/Faults."

  need_dotnet
  need_node
  trap stop_postgres EXIT
  trap 'exit 130' INT TERM
  build
  start_postgres
  say "Doing the faults, the long way (output: $LOGS/faults.log)"
  export ACCOUNTABILITY_FAULTS=long
  tests/AccountabilityBot.Tests/bin/Release/net10.0/AccountabilityBot.Tests \
    -class "AccountabilityBot.Tests.Faults.$only" -noColor -noLogo -showLiveOutput < /dev/null 2>&1 | tee "$LOGS/faults.log"
}
