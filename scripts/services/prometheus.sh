# shellcheck shell=bash disable=SC2015,SC2034,SC2154

# Prometheus and its Alertmanager, each with its tool; tests start them with configurations of their own.
install() {
  has_or_installs promtool prometheus
  has_or_installs amtool prometheus-alertmanager
}
