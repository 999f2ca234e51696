# Shared by the scripts of this folder: source it, do not run it.
# Sets ROOT (the project), JOBS, and the helpers say, fail and install_packages.

set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
JOBS=$(nproc)

# What the build needs, as Debian 12 names it.
BUILD_PACKAGES=(
  ca-certificates ccache cmake curl g++ libboost1.81-dev libcli11-dev libicu-dev
  libsqlite3-dev libsqlitecpp-dev libssl-dev ninja-build nlohmann-json3-dev rapidjson-dev
)
# What the tests need besides.
TEST_PACKAGES=(doctest-dev procps python3 sqlite3)
# What .ci/run needs besides.
CI_PACKAGES=(clang-format clang-tidy git)

say() { printf '\033[1m%s\033[0m %s\n' "==>" "$*" >&2; }
fail() { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; exit 3; }

# Installs the named Debian packages that are missing. Quick when all are there.
install_packages() {
  local missing=() package
  for package in "$@"; do
    [[ $(dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null) == "install ok installed" ]] ||
      missing+=("$package")
  done
  [[ ${#missing[@]} -eq 0 ]] && return
  command -v apt-get >/dev/null || fail "needs apt-get (Debian 12) to install: ${missing[*]}"
  local as_root=()
  if [[ $(id -u) -ne 0 ]]; then
    command -v sudo >/dev/null || fail "run as root or with sudo to install: ${missing[*]}"
    as_root=(sudo)
  fi
  say "Installing ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  local log
  log=$(mktemp)
  if ! { "${as_root[@]}" apt-get update && "${as_root[@]}" apt-get install --yes --no-install-recommends \
      "${missing[@]}"; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    fail "apt-get could not install ${missing[*]}; the last lines are above"
  fi
  rm -f "$log"
}

# Configures and builds a preset: build_preset NAME [TARGET…] [-- CMAKE_OPTION…]
build_preset() {
  local preset=$1 targets=() log
  shift
  while [[ $# -gt 0 && $1 != -- ]]; do targets+=("$1"); shift; done
  [[ ${1:-} == -- ]] && shift
  cd "$ROOT"
  log=$(mktemp)
  if ! cmake --preset "$preset" "$@" >"$log" 2>&1; then
    tail -n 30 "$log" >&2
    fail "cmake could not configure the preset $preset; the last lines are above"
  fi
  if ! cmake --build "build/$preset" --parallel "$JOBS" ${targets[@]:+--target "${targets[@]}"} \
      >"$log" 2>&1; then
    grep -E -A 12 'error|FAILED' "$log" | head -n 60 >&2
    fail "the build of the preset $preset failed; the first errors are above"
  fi
  rm -f "$log"
}
