# shellcheck shell=bash disable=SC2034,SC2154

engine=opensearch
main_class=org.opensearch.bootstrap.OpenSearch
java_prefix=opensearch
java_options=()

use_modules() {
  module transport-netty4 org.opensearch.transport.Netty4Plugin transport-netty4-client netty-
  module analysis-common org.opensearch.analysis.common.CommonAnalysisPlugin analysis-common-
}

# shellcheck source=scripts/services/search-node.sh disable=SC1091
. "$here/search-node.sh"
