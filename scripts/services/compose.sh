# shellcheck shell=bash disable=SC2015,SC2034,SC2154

# The Compose Specification's own reader, which needs no engine.
install() { build_go_tool compose-spec github.com/compose-spec/compose-go/v2/cmd@v2.16.2; }
