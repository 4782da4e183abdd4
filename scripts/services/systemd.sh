# shellcheck shell=bash disable=SC2015,SC2034,SC2154

# For systemd-analyze, which reads units; nothing is started.
install() { has_or_installs systemd-analyze systemd; }
