# shellcheck shell=bash disable=SC2015,SC2034,SC2154

# Helm; kubeconform, and Kubernetes' schemas for it, which are in a package of PyPI.
install() {
  build_go_tool helm helm.sh/helm/v3/cmd/helm@v3.22.0
  build_go_tool kubeconform github.com/yannh/kubeconform/cmd/kubeconform@v0.8.0
  fetch_schemas
}

fetch_schemas() {
  local target=$downloads/kubernetes-schemas wheel=kubernetes_validate-1.37.0-py3-none-any.whl scratch
  [ ! -d "$target" ] || return 0
  has_or_installs pip3 python3-pip
  has_or_installs unzip unzip
  scratch=$(mktemp -d)
  pip3 download --quiet --disable-pip-version-check --no-deps --only-binary=:all: --dest "$scratch" \
    kubernetes-validate==1.37.0 >&2 || give_up "pip could not download kubernetes-validate."
  (cd "$scratch" && sha256sum --status --check "$here/helm.sha256" &&
    unzip -q "$wheel" 'kubernetes_validate/kubernetes-json-schema/v1.3[27].0-local-strict/*') ||
    give_up "What pip brought is not what scripts/services/helm.sha256 names."
  # They name each other by addresses of a server that their own package plays; kubeconform wants files.
  find "$scratch/kubernetes_validate" -name '*.json' \
    -exec sed -i -e 's|"/api/_definitions.json#|"_definitions.json#|' -e 's|"$id": "https|"x-id": "https|' {} +
  mv "$scratch/kubernetes_validate/kubernetes-json-schema" "$target"
  rm -rf "$scratch"
}
