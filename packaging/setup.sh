# SPDX-FileCopyrightText: 2026 The Keywork authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by app/run, tests/run and through it .ci/run: packages and builds. To be sourced from the repository's root.

export LC_ALL=C.UTF-8
# Precompiled headers are the same to ccache when what they were made from is.
export CCACHE_SLOPPINESS="pch_defines,time_macros"

# Debian 12 names; ARCHITECTURE.md says why each is there.
keywork_packages=(
  build-essential cmake ninja-build ccache pkg-config git
  qt6-base-dev libqt6sql6-sqlite qt6-qpa-plugins libgl1-mesa-dev
  libsqlite3-dev libssl-dev libsodium-dev libzxcvbn-dev libqpdf-dev qpdf catch2
  fonts-inter fonts-dejavu-core tzdata poppler-utils clang-format-14 clang-14 libclang-rt-14-dev
  xvfb xauth xdotool imagemagick util-linux
)

install_packages() {
  local missing=()
  local package
  for package in "${keywork_packages[@]}"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  local root=()
  [ "$(id -u)" -eq 0 ] || root=(sudo)
  echo "Installing: ${missing[*]}"
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null
}

# build_preset NAME [TARGET...]: configures once, builds quietly, shows the log when it fails.
build_preset() {
  mkdir -p build
  local log="build/$1.log"
  if ! { { [ -f "build/$1/build.ninja" ] || cmake --preset "$1"; } && cmake --build --preset "$1" ${2:+--target "${@:2}"}; } > "$log" 2>&1; then
    tail -n 60 "$log" >&2
    echo "The build failed; the whole log is $log" >&2
    return 1
  fi
}
