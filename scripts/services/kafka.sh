# shellcheck shell=bash disable=SC2015,SC2034,SC2154

install() {
  has_or_installs java default-jre-headless
  fetch_jars kafka
}

# One process that is broker and controller. Two doors: an open one, and one that asks for name and password.
launch() {
  use_jars kafka "$folder/lib"
  cat >"$folder/server.properties" <<END
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:$(port controller)
listeners=PLAIN://127.0.0.1:$(port plain),SASL://127.0.0.1:$(port sasl),CONTROLLER://127.0.0.1:$(port controller)
listener.security.protocol.map=PLAIN:PLAINTEXT,SASL:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT
controller.listener.names=CONTROLLER
inter.broker.listener.name=PLAIN
sasl.enabled.mechanisms=PLAIN
listener.name.sasl.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required user_maru="$(password)";
log.dirs=$folder/data
log.retention.hours=24
log.cleaner.dedupe.buffer.size=16777216
auto.create.topics.enable=false
offsets.topic.replication.factor=1
offsets.topic.num.partitions=4
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
transaction.state.log.num.partitions=4
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
group.initial.rebalance.delay.ms=0
END
  cat >"$folder/log4j2.properties" <<'END'
rootLogger.level = warn
rootLogger.appenderRef.console.ref = console
appender.console.type = Console
appender.console.name = console
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = %d %p %c{1}: %m%n
END
  [ -e "$folder/data/meta.properties" ] || format || give_up "Kafka's storage could not be prepared; see $folder/log."
  keep_running main java "${java[@]}" kafka.Kafka "$folder/server.properties"
}

java=(-Xms128m -Xmx384m -XX:+UseSerialGC "-Dlog4j2.configurationFile=log4j2.properties" -cp "lib/*")

# Sixteen bytes in Kafka's own spelling, which never begins with a hyphen: that would be read as an option.
format() {
  local cluster
  cluster=$(head -c 16 /dev/urandom | base64 | tr '+/' '-_' | sed 's/^-/A/' | cut -c 1-22)
  (as_ordinary_user java "${java[@]}" kafka.tools.StorageTool format --cluster-id "$cluster" \
    --config "$folder/server.properties") >>"$folder/log" 2>&1
}

answers() { node "$here/answers-kafka.mjs" "$(port plain)"; }

print_environment() {
  echo "export MARU_TEST_KAFKA_URL=kafka://127.0.0.1:$(port plain)"
  echo "export MARU_TEST_KAFKA_SASL_URL=kafka://maru:$(password)@127.0.0.1:$(port sasl)"
}
