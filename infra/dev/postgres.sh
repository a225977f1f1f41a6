# shellcheck shell=bash
# A private PostgreSQL that lives as long as the tests: its own folder, port and password; nothing of it stays.

POSTGRES_HOME=

# A folder for what nobody keeps: in memory where there is plenty, for a disk makes a thousand small databases slow.
make_scratch_folder() {
  local room
  room=$(df --output=avail -k /dev/shm 2> /dev/null | tail -1) || room=0
  if [ "${room:-0}" -gt 4000000 ]; then mktemp -d /dev/shm/accountability-XXXXXXXX; else mktemp -d; fi
}

# PostgreSQL refuses to run as root.
as_postgres() {
  if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

start_postgres() {
  # postgresql-common would make and start a cluster of its own as soon as the server is installed.
  install_debian_packages postgresql
  local bin port password
  bin=$(find /usr/lib/postgresql -maxdepth 2 -name bin -type d 2> /dev/null | sort -V | tail -1)
  [ -n "$bin" ] || bin=$(pg_config --bindir)
  port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
  password=$(node -p 'require("crypto").randomBytes(18).toString("base64url")')

  POSTGRES_HOME=$(make_scratch_folder)
  POSTGRES_BIN=$bin
  printf '%s\n' "$password" > "$POSTGRES_HOME/password"
  if [ "$(id -u)" -eq 0 ]; then chown -R postgres "$POSTGRES_HOME"; fi
  # The server must be able to stand in its working folder.
  (
    cd "$POSTGRES_HOME" || exit 1
    as_postgres "$bin/initdb" -D data -U postgres --pwfile=password -A scram-sha-256 -E UTF8 --locale=C.UTF-8 --no-sync || exit 1
    # What makes a crash harmless also makes tests slow, and this data outlives no crash anyway.
    cat >> data/postgresql.conf << CONF || exit 1
listen_addresses = '127.0.0.1'
port = $port
unix_socket_directories = '$POSTGRES_HOME'
max_connections = 300
shared_buffers = 256MB
fsync = off
synchronous_commit = off
full_page_writes = off
autovacuum_naptime = 10s
CONF
    as_postgres "$bin/pg_ctl" -D data -l "$POSTGRES_HOME/log" -w -t 60 start
  ) > "$LOGS/postgres.log" 2>&1 || { tail -20 "$LOGS/postgres.log" "$POSTGRES_HOME/log" 2> /dev/null; stop_postgres; return 1; }
  export ACCOUNTABILITY_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres;Password=$password;Database=postgres"
}

stop_postgres() {
  [ -n "$POSTGRES_HOME" ] || return 0
  (cd "$POSTGRES_HOME" && as_postgres "$POSTGRES_BIN/pg_ctl" -D data -m immediate -w stop) >> "$LOGS/postgres.log" 2>&1 || true
  cat "$POSTGRES_HOME/log" >> "$LOGS/postgres.log" 2> /dev/null || true
  rm -rf "$POSTGRES_HOME"
  POSTGRES_HOME=
}
