# shellcheck shell=bash disable=SC2015,SC2034,SC2154

install() { has_or_installs caddy caddy; }
