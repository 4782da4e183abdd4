# shellcheck shell=bash disable=SC2015,SC2034,SC2154

install() { has_or_installs rabbitmq-server rabbitmq-server; }

launch() {
  cat >"$folder/rabbitmq.conf" <<END
listeners.tcp.1 = 127.0.0.1:$(port amqp)
default_user = maru
default_pass = $(password)
vm_memory_high_watermark.absolute = 512MB
disk_free_limit.absolute = 200MB
log.console = true
log.console.level = info
log.file = false
END
  echo '[].' >"$folder/enabled_plugins"
  # Erlang's name server, which a node would otherwise start on every address and leave behind.
  rabbitmq_environment
  is_alive "$folder/pid-names" ||
    keep_running names env "${environment[@]}" epmd -address 127.0.0.1 -port "$(port names)"
  keep_running main env "${environment[@]}" /usr/lib/rabbitmq/bin/rabbitmq-server
}

# Everything in the service's folder, and no node of the machine's is touched.
rabbitmq_environment() {
  environment=(
    # Without a shell around the server: its process is the one that is watched and killed.
    "RABBITMQ_ALLOW_INPUT=yes"
    "RABBITMQ_NODENAME=maru@localhost" "RABBITMQ_HOME=/usr/lib/rabbitmq"
    "RABBITMQ_CONF_ENV_FILE=/dev/null" "RABBITMQ_CONFIG_FILE=$folder/rabbitmq.conf"
    "RABBITMQ_ENABLED_PLUGINS_FILE=$folder/enabled_plugins" "RABBITMQ_MNESIA_BASE=$folder/data"
    "RABBITMQ_LOG_BASE=$folder" "RABBITMQ_PID_FILE=$folder/node.pid" "RABBITMQ_DIST_PORT=$(port nodes)"
    "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS=-noinput +S 2:2 +sbwt none +sbwtdcpu none +sbwtdio none -kernel inet_dist_use_interface {127,0,0,1}"
    "ERL_EPMD_ADDRESS=127.0.0.1" "ERL_EPMD_PORT=$(port names)"
  )
}

# The protocol's own greeting, and its answer: the server is up when it names its version.
answers() {
  node "$here/answers-amqp.mjs" "$(port amqp)"
}

print_environment() { echo "export MARU_TEST_RABBITMQ_URL=amqp://maru:$(password)@127.0.0.1:$(port amqp)"; }
