# shellcheck shell=bash disable=SC2015,SC2034,SC2154
# What every service's script stands on. Each of them defines install, launch, answers and print_environment, and finds
# its own folder in $folder. Progress goes to the standard error; the standard output carries the environment alone.

root=$(cd "$here/../.." && pwd)
downloads=$root/.cache/services
# As root, services run as this person: OpenSearch and PostgreSQL refuse to be root, and none needs it.
ordinary_user=nobody
# What asks a service to end; a script may say otherwise.
stop_signal=TERM

say() { echo "$*" >&2; }
give_up() { say "$*"; exit 1; }

# Outside of the checkout, which an ordinary person may not be able to enter.
run_folder() {
  local place
  place=${MARU_SERVICES_DIR:-${TMPDIR:-/tmp}/maru-services-$(id -u)-$(cksum <<<"$root" | cut -d ' ' -f 1)}
  mkdir -p "$place"
  [ -O "$place" ] || give_up "$place belongs to somebody else; set MARU_SERVICES_DIR to a folder of your own."
  chmod 711 "$place"
  echo "$place"
}

prepare_folder() {
  mkdir -p "$folder/data"
  chmod 700 "$folder" "$folder/data"
  [ -e "$folder/password" ] || random_word >"$folder/password"
  [ "$(id -u)" -ne 0 ] || chown -R "$ordinary_user": "$folder"
}

password() { cat "$folder/password"; }
random_word() { od -An -N16 -tx1 /dev/urandom | tr -d ' \n'; }

# port NAME: a free one, the same for as long as the folder stands.
port() {
  [ -s "$folder/port-$1" ] || free_port >"$folder/port-$1"
  cat "$folder/port-$1"
}

free_port() {
  node -e 'const s = require("node:net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'
}

# as_ordinary_user COMMAND…: with a small environment, in the service's folder.
as_ordinary_user() {
  local drop=()
  [ "$(id -u)" -ne 0 ] || drop=(setpriv "--reuid=$ordinary_user" "--regid=$(id -g "$ordinary_user")" --clear-groups)
  cd "$folder" && exec env -i "PATH=$PATH:/usr/sbin:/sbin" "HOME=$folder" LANG=C.UTF-8 "${drop[@]}" "$@"
}

# keep_running NAME COMMAND…: in a session of its own, so that the end of this shell is not its end.
keep_running() {
  local name=$1
  shift
  (as_ordinary_user setsid "$@" </dev/null >>"$folder/log" 2>&1 &
    echo "$!" >"$folder/pid-$name")
  identity "$(cat "$folder/pid-$name")" >"$folder/identity-$name"
}

# A process number may have become somebody else's: the time of its start says whose it is.
identity() { ps -o lstart= -p "$1" 2>/dev/null; }

is_alive() {
  local pid_file=$1 now
  [ -s "$pid_file" ] && now=$(identity "$(cat "$pid_file")") && [ "$now" = "$(cat "${pid_file/pid-/identity-}")" ]
}

is_running() { is_alive "$folder/pid-main" && answers 2>/dev/null; }

# Fails when it ended, or after two minutes.
wait_until_it_answers() {
  local deadline=$((SECONDS + 120))
  until answers 2>/dev/null; do
    is_alive "$folder/pid-main" && [ $SECONDS -lt $deadline ] || return
    sleep 0.2
  done
}

end_processes() {
  local pid_file deadline
  for pid_file in "$folder"/pid-*; do
    is_alive "$pid_file" || continue
    kill "-$stop_signal" "$(cat "$pid_file")"
    deadline=$((SECONDS + 20))
    while is_alive "$pid_file"; do
      [ $SECONDS -lt $deadline ] || kill -KILL "$(cat "$pid_file")" 2>/dev/null || true
      sleep 0.1
    done
  done
}

# has_or_installs COMMAND PACKAGE: Debian's package, where there is apt and one may use it.
has_or_installs() {
  PATH=$PATH:/usr/sbin command -v "$1" >/dev/null && return
  [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null ||
    give_up "$1 is missing: install it (Debian: apt install $2), then start again."
  apt_install "$2"
}

apt_install() {
  local log=$downloads/apt.log policy=/usr/sbin/policy-rc.d ours='' status=0
  mkdir -p "$downloads"
  # A package must not start its service by itself: on this machine there may be another on its port.
  [ -e $policy ] || { printf '#!/bin/sh\nexit 101\n' >$policy && chmod 755 $policy && ours=yes; }
  { try_apt "$@" || { apt-get update -qq && try_apt "$@"; } || { sleep 5 && try_apt "$@"; }; } >"$log" 2>&1 || status=$?
  [ -z "$ours" ] || rm -f $policy
  [ $status -eq 0 ] || { tail -n 20 "$log" >&2; give_up "apt could not install $*; see $log."; }
}

try_apt() {
  DEBIAN_FRONTEND=noninteractive timeout 600 apt-get install -y -qq --no-install-recommends \
    -o Dpkg::Options::=--force-confold -o DPkg::Lock::Timeout=120 "$@"
}

# build_go_tool NAME MODULE@VERSION: into the cache. Go's checksum database vouches for the source.
build_go_tool() {
  local target=$downloads/go/$1 module=$2 scratch
  [ -x "$target" ] && [ "$(cat "$target.version")" = "$module" ] && return
  command -v go >/dev/null || give_up "go is missing: install Go 1.24 or newer, then start again."
  say "$1: building $module"
  scratch=$(mktemp -d)
  mkdir -p "$downloads/go"
  GOBIN=$scratch GOFLAGS=-mod=mod timeout 900 go install "$module" >"$downloads/go/$1.log" 2>&1 ||
    { tail -n 20 "$downloads/go/$1.log" >&2; give_up "Go could not build $module."; }
  mv "$scratch"/* "$target" && echo "$module" >"$target.version" && rmdir "$scratch"
}

# fetch_jars NAME: what NAME.pom.xml lists and all it stands on, into the cache; each file must be the one NAME.sha256
# names. The registry is the one that the machine's own Maven settings name.
fetch_jars() {
  local name=$1 jars=$downloads/$1 log=$downloads/$1.log attempt
  jars_are_complete "$name" && return
  has_or_installs mvn maven
  for attempt in 1 2 3; do
    rm -rf "$jars" && mkdir -p "$jars"
    if timeout 600 mvn --batch-mode --quiet --file "$here/$name.pom.xml" \
      org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
      -DincludeScope=runtime "-DoutputDirectory=$jars" >"$log" 2>&1; then
      jars_are_complete "$name" && return
      give_up "What Maven brought for $name is not what scripts/services/$name.sha256 names."
    fi
    say "$name: attempt $attempt to download failed"
    sleep $((attempt * 3))
  done
  tail -n 20 "$log" >&2
  give_up "Maven could not download $name; see $log."
}

jars_are_complete() {
  local jars=$downloads/$1
  [ -d "$jars" ] && (cd "$jars" && [ "$(find . -name '*.jar' | wc -l)" -eq "$(wc -l <"$here/$1.sha256")" ] &&
    sha256sum --status --check "$here/$1.sha256" 2>/dev/null)
}

# use_jars NAME FOLDER: the service's own copy, where the ordinary user may read it.
use_jars() {
  mkdir -p "$2"
  cp "$downloads/$1"/*.jar "$2/"
}
