#!/usr/bin/env bash
# What the tests need beside Node.js, for real: PostgreSQL, Redis, RabbitMQ, Kafka, OpenSearch and Elasticsearch, on the
# loopback only, with passwords of their own. `start` may be repeated: what runs stays, what died comes back with its port and its data.
# Of the programs that tests start themselves (nginx and those after it) it only sees to it that they are installed, when they are named.
#   npm run --silent services -- start [NAME…]   prints `export MARU_TEST_…=…` lines on the standard output
#   npm run --silent services -- stop [NAME…]    ends them and removes their data; what was downloaded is kept
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
engines=(postgresql redis rabbitmq kafka opensearch elasticsearch)
programs=(nginx caddy systemd prometheus compose helm)
known=("${engines[@]}" "${programs[@]}")
# shellcheck source=scripts/services/common.sh disable=SC1091
. "$here/common.sh"

main() {
  local action=${1:-} name
  [ $# -gt 0 ] && shift
  case $action in start | stop) ;; *) give_up "services.sh start|stop [${known[*]}]" ;; esac
  [ $# -gt 0 ] || set -- "${engines[@]}"
  for name in "$@"; do
    [[ " ${known[*]} " == *" $name "* ]] || give_up "There is no service \"$name\"; there are: ${known[*]}."
  done
  # Each in a shell of its own: they all use the same names.
  for name in "$@"; do (use "$name" && "$action" "$name") || exit; done
}

use() {
  folder=$(run_folder)/$1
  # shellcheck source=/dev/null
  . "$here/$1.sh"
}

start() {
  local name=$1 since=$SECONDS attempt
  if ! declare -F launch >/dev/null; then
    install
    return
  fi
  if ! is_running; then
    say "$name: starting"
    install
    prepare_folder
    # After a kill, what it left behind may need a moment to go.
    for attempt in 1 2 3; do
      launch
      wait_until_it_answers && break
      [ "$attempt" -lt 3 ] || { tail -n 30 "$folder/log" >&2; give_up "$name does not start; see $folder/log."; }
      sleep 2
    done
    say "$name: answers after $((SECONDS - since)) s, log in $folder/log"
  fi
  print_environment
}

stop() {
  declare -F launch >/dev/null || return 0
  end_processes
  rm -rf "$folder"
  say "$1: stopped"
}

main "$@"
