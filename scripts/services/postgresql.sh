# shellcheck shell=bash disable=SC2015,SC2034,SC2154

# Debian's version, beside the embedded one: for what DATABASE_URL promises.
stop_signal=INT

install() {
  if [ "$(id -u)" -eq 0 ] && [ -z "$(bin)" ]; then
    mkdir -p /etc/postgresql-common
    [ -e /etc/postgresql-common/createcluster.conf ] ||
      echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
    apt_install postgresql
  fi
  [ -n "$(bin)" ] || give_up "PostgreSQL's server is missing: install it, then start again."
}

# Where Debian keeps the newest, or where the path leads.
bin() {
  local initdb
  initdb=$(find /usr/lib/postgresql -path '*/bin/initdb' 2>/dev/null | sort -V | tail -n 1)
  [ -n "$initdb" ] || initdb=$(command -v initdb) || return 0
  dirname "$initdb"
}

launch() {
  [ -e "$folder/data/PG_VERSION" ] ||
    (as_ordinary_user "$(bin)/initdb" --pgdata=data --username=maru --auth=scram-sha-256 --encoding=UTF8 --no-sync \
      --pwfile=password) >>"$folder/log" 2>&1 || { tail -n 20 "$folder/log" >&2; give_up "initdb refused."; }
  keep_running main "$(bin)/postgres" -D data -p "$(port postgresql)" -k "$folder" \
    -c listen_addresses=127.0.0.1 -c max_connections=200 -c fsync=off
}

answers() { "$(bin)/pg_isready" --quiet --host=127.0.0.1 --port="$(port postgresql)"; }

print_environment() {
  echo "export MARU_TEST_DATABASE_URL=postgresql://maru:$(password)@127.0.0.1:$(port postgresql)/postgres"
}
