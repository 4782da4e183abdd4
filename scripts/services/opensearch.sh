# shellcheck shell=bash disable=SC2015,SC2034,SC2154

# Asked nicely it takes half a minute, for data that is thrown away.
stop_signal=KILL

install() {
  has_or_installs java default-jre-headless
  has_or_installs zip zip
  fetch_jars opensearch
}

# One node without the security plug-in, put together from the server's jar and the two modules that Maru needs.
launch() {
  local home=$folder/home
  rm -rf "$home"
  use_jars opensearch "$home/lib"
  mkdir -p "$home/config" "$home/logs" "$home/plugins" "$folder/temporary"
  module transport-netty4 org.opensearch.transport.Netty4Plugin transport-netty4-client netty-
  module analysis-common org.opensearch.analysis.common.CommonAnalysisPlugin analysis-common-
  build_plugin_classloader
  cat >"$home/modules/transport-netty4/plugin-security.policy" <<'END'
grant {
  permission java.net.SocketPermission "*", "accept,connect,resolve";
  permission java.io.FilePermission "/proc/sys/net/core/somaxconn", "read";
  permission java.util.PropertyPermission "*", "read,write";
  permission java.lang.RuntimePermission "accessClassInPackage.sun.*";
};
END
  cat >"$home/config/opensearch.yml" <<END
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
    "-Dopensearch.path.home=$home" "-Dopensearch.path.conf=$home/config" -Dopensearch.distribution.type=tar \
    "-Djava.io.tmpdir=$folder/temporary" -Dopensearch.networkaddress.cache.ttl=60 -Dlog4j.shutdownHookEnabled=false \
    -Dlog4j2.disable.jmx=true -Djava.awt.headless=true -Dfile.encoding=UTF-8 \
    -cp "$home/lib/*" org.opensearch.bootstrap.OpenSearch
}

# The server's rights are given to jars by their names; this one is in no registry.
build_plugin_classloader() {
  local classes=$folder/temporary/classes
  rm -rf "$classes"
  {
    java -jar "$downloads/opensearch/ecj-3.33.0.jar" -11 -nowarn -d "$classes" \
      "$here/opensearch/ExtendedPluginsClassLoader.java" &&
      (cd "$classes" && zip -qr "$home/lib/opensearch-plugin-classloader-$(version).jar" .)
  } >>"$folder/log" 2>&1 || give_up "Java refused a class; see $folder/log."
  rm "$home"/lib/ecj-*.jar
}

version() { sed -n 's:.*<opensearch.version>\(.*\)</.*:\1:p' "$here/opensearch.pom.xml"; }

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
opensearch.version=$(version)
java.version=11
classname=$class
END
}

answers() {
  curl -fsS --max-time 5 "http://127.0.0.1:$(port http)/_cluster/health?wait_for_status=yellow&timeout=3s" >/dev/null
}

print_environment() { echo "export MARU_TEST_OPENSEARCH_URL=http://127.0.0.1:$(port http)"; }
