# shellcheck shell=bash
# Installs what is missing on Debian; nothing is done, and nothing is asked, when all is there.

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"
  elif command -v sudo > /dev/null; then sudo ${CI:+-n} --preserve-env=DEBIAN_FRONTEND "$@"
  else fail "This needs root: run infra/dev.sh as root, or install sudo. It wanted to run: $*"
  fi
}

install_debian_packages() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f '${db:Status-Status}' "$package" 2> /dev/null | grep -qx installed || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  command -v apt-get > /dev/null || fail "Install what these Debian packages hold, then run this again: ${missing[*]}"
  say "Installing ${missing[*]}"
  { as_root apt-get update -q && as_root apt-get install -y -q --no-install-recommends "${missing[@]}"; } < /dev/null > "$LOGS/install.log" 2>&1 \
    || { tail -20 "$LOGS/install.log"; fail "Debian's packages could not be installed."; }
}

need_dotnet() {
  command -v dotnet > /dev/null || fail "The .NET 10 SDK is missing."
  # In the repository's folder the SDK itself reads global.json.
  dotnet --version > /dev/null 2>&1 || fail "The .NET SDK that global.json asks for is missing; there is: $(cd / && dotnet --version)"
}

need_node() {
  command -v node > /dev/null && command -v npm > /dev/null || fail "Node 20 with npm is missing."
  node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 20 ? 0 : 1)' || fail "Node 20 is needed; there is $(node --version)."
}

# Fonts for the scripts that names are written in, so that no picture shows empty boxes.
install_browser() {
  install_debian_packages iproute2 fonts-noto-core fonts-noto-color-emoji fonts-wqy-zenhei
  # Somebody may have brought a browser of another make.
  [ -n "${CHROMIUM-}" ] || install_debian_packages chromium
}

install_npm_packages() {
  local stamp=$E2E/node_modules/.installed-from
  cmp -s "$E2E/package-lock.json" "$stamp" && return 0
  say "Installing the npm packages of $E2E (@microsoft/m365agentsplayground is Microsoft's, under its \"Microsoft pre-release software license terms\")"
  (cd "$E2E" && npm ci --no-progress) < /dev/null > "$LOGS/npm.log" 2>&1 || { tail -20 "$LOGS/npm.log"; fail "npm ci failed in $E2E."; }
  cp "$E2E/package-lock.json" "$stamp"
}
