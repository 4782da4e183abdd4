# shellcheck shell=bash disable=SC2015,SC2034,SC2154

install() { has_or_installs redis-server redis-server; }

# Kept on disk with every second, as operators are told to: a killed Redis comes back with what it had.
launch() {
  cat >"$folder/redis.conf" <<END
bind 127.0.0.1
port $(port redis)
requirepass $(password)
dir $folder/data
appendonly yes
appendfsync everysec
save ""
maxmemory 256mb
maxmemory-policy noeviction
END
  keep_running main redis-server "$folder/redis.conf"
}

answers() { [ "$(REDISCLI_AUTH=$(password) timeout 5 redis-cli -p "$(port redis)" ping)" = PONG ]; }

print_environment() { echo "export MARU_TEST_REDIS_URL=redis://:$(password)@127.0.0.1:$(port redis)"; }
