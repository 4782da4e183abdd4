# shellcheck shell=bash disable=SC2015,SC2034,SC2154
# OpenSearch, and the Elasticsearch that it comes from: one node without the security plug-in, put together from the
# server's jar and the modules that Maru needs. The script that reads this says what is its own: $engine, $main_class,
# $java_prefix (of the Java properties), $java_options and use_modules.

# Asked nicely it takes half a minute, for data that is thrown away.
stop_signal=KILL

install() {
  has_or_installs java default-jre-headless
  has_or_installs zip zip
  fetch_jars "$engine"
}

launch() {
  local home=$folder/home
  rm -rf "$home"
  use_jars "$engine" "$home/lib"
  mkdir -p "$home/config" "$home/logs" "$home/plugins" "$folder/temporary"
  use_modules
  build_plugin_classloader
  cat >"$home/modules/transport-netty4/plugin-security.policy" <<'END'
grant {
  permission java.net.SocketPermission "*", "accept,connect,resolve";
  permission java.io.FilePermission "/proc/sys/net/core/somaxconn", "read";
  permission java.util.PropertyPermission "*", "read,write";
  permission java.lang.RuntimePermission "accessClassInPackage.sun.*";
};
END
  cat >"$home/config/$engine.yml" <<END
cluster.name: maru-tests
node.name: only
discovery.type: single-node
network.host: 127.0.0.1
http.port: $(port http)
transport.port: $(port transport)
path.data: $folder/data
path.logs: $home/logs
cluster.routing.allocation.disk.threshold_enabled: false
node.processors: 2
END
  cat >"$home/config/log4j2.properties" <<'END'
rootLogger.level = warn
rootLogger.appenderRef.console.ref = console
appender.console.type = Console
appender.console.name = console
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = %d %p %c{1}: %m%n
END
  [ "$(id -u)" -ne 0 ] || chown -R "$ordinary_user": "$home" "$folder/temporary"
  keep_running main java -Xms512m -Xmx512m -Djava.security.manager=allow \
    "-D$java_prefix.path.home=$home" "-D$java_prefix.path.conf=$home/config" "-D$java_prefix.distribution.type=tar" \
    "-Djava.io.tmpdir=$folder/temporary" "-D$java_prefix.networkaddress.cache.ttl=60" -Dlog4j.shutdownHookEnabled=false \
    -Dlog4j2.disable.jmx=true -Djava.awt.headless=true -Dfile.encoding=UTF-8 "${java_options[@]}" \
    -cp "$home/lib/*" "$main_class"
}

# The server's rights are given to jars by their names; this one is in no registry.
build_plugin_classloader() {
  local classes=$folder/temporary/classes source=$folder/temporary/ExtendedPluginsClassLoader.java
  rm -rf "$classes"
  {
    sed "1s/opensearch/$engine/" "$here/search-node/ExtendedPluginsClassLoader.java" >"$source" &&
      java -jar "$downloads/$engine/ecj-3.33.0.jar" -11 -nowarn -d "$classes" "$source" &&
      (cd "$classes" && zip -qr "$home/lib/$engine-plugin-classloader-$(version).jar" .)
  } >>"$folder/log" 2>&1 || give_up "Java refused a class; see $folder/log."
  rm "$home"/lib/ecj-*.jar
}

version() { sed -n "s:.*<$engine.version>\(.*\)</.*:\1:p" "$here/$engine.pom.xml"; }

# module NAME CLASS PREFIX…: a folder as the distribution has it; its jars are moved, as no class may be there twice.
module() {
  local name=$1 class=$2 module=$home/modules/$1 prefix
  shift 2
  mkdir -p "$module"
  for prefix in "$@"; do mv "$home/lib/$prefix"*.jar "$module/"; done
  cat >"$module/plugin-descriptor.properties" <<END
name=$name
description=$name
version=$(version)
$engine.version=$(version)
java.version=11
classname=$class
END
}

answers() {
  curl -fsS --max-time 5 "http://127.0.0.1:$(port http)/_cluster/health?wait_for_status=yellow&timeout=3s" >/dev/null
}

print_environment() { echo "export MARU_TEST_${engine^^}_URL=http://127.0.0.1:$(port http)"; }
