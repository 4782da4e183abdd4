# shellcheck shell=bash disable=SC2015,SC2034,SC2154

# Tests start it themselves, each with a configuration of its own.
install() { has_or_installs nginx nginx-light; }
