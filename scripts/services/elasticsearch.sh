# shellcheck shell=bash disable=SC2034,SC2154

engine=elasticsearch
main_class=org.elasticsearch.bootstrap.Elasticsearch
java_prefix=es
# Its Log4j is of the year 2018 and would look up what a logged text names.
java_options=(-Des.distribution.flavor=oss -Dlog4j2.formatMsgNoLookups=true)

use_modules() {
  module transport-netty4 org.elasticsearch.transport.Netty4Plugin transport-netty4-client netty-
}

# shellcheck source=scripts/services/search-node.sh disable=SC1091
. "$here/search-node.sh"
