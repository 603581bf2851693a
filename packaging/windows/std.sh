#!/usr/bin/env bash
# The standard library for x86_64-pc-windows-gnu, for the rustc on PATH, as a sysroot of its own.
#
#   packaging/windows/std.sh FOLDER
#
# Where rustup can bring the target this isn't needed. Here it is built from the package rust-src of Debian, in exactly
# the version of rustc; an archive of that version's `library` folder, in VENTANILLA_RUST_LIBRARY, takes its place.
# Takes 1 to 2 minutes and 110 MB, once for each version. Ends with 3 where the suite has no such version.
set -euo pipefail

folder=$(readlink -m "${1:?the folder of the sysroot}")
target=x86_64-pc-windows-gnu
suite=${VENTANILLA_RUST_SUITE:-trixie-backports}
version=$(rustc -vV | sed -n 's/^release: //p')
commit=$(rustc -vV | sed -n 's/^commit-hash: //p')
stamp="$version $commit"

if [ "$(cat "$folder/.stamp" 2>/dev/null)" = "$stamp" ]; then
    exit 0
fi

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT

# From a state of apt's of its own: that of the system stays as it is.
fetch_source() {
    local mirror apt package
    mkdir -p "$room/apt/lists/partial" "$room/apt/cache/archives/partial" "$room/apt/sources"
    mirror=$(sed -n 's/^URIs: *//p' /etc/apt/sources.list.d/debian.sources | head -n 1)
    printf 'Types: deb\nURIs: %s\nSuites: %s\nComponents: main\nSigned-By: %s\n' \
        "$mirror" "$suite" /usr/share/keyrings/debian-archive-keyring.gpg >"$room/apt/sources/rust.sources"
    apt=(
        -o Dir::Etc::sourcelist=/dev/null -o "Dir::Etc::sourceparts=$room/apt/sources"
        -o "Dir::State::Lists=$room/apt/lists" -o "Dir::Cache=$room/apt/cache"
        -o Dir::Etc::preferences=/dev/null -o Dir::Etc::preferencesparts=/dev/null
        -o APT::Sandbox::User=root
    )
    apt-get "${apt[@]}" -qq update
    package=$(apt-cache "${apt[@]}" madison rust-src |
        awk -F' *\\| *' -v wanted="$version+" 'index($2, wanted) == 1 { print $2; exit }')
    if [ -z "$package" ]; then
        printf '%s has no rust-src %s: give the archive of its library in VENTANILLA_RUST_LIBRARY\n' \
            "$suite" "$version" >&2
        exit 3
    fi
    (cd "$room" && apt-get "${apt[@]}" -qq download "rust-src=$package")
    dpkg -x "$room"/rust-src_*.deb "$room/source"
    library=$room/source/usr/src/rustc-$version/library
}

if [ -n "${VENTANILLA_RUST_LIBRARY:-}" ]; then
    mkdir -p "$room/source"
    tar -xf "$VENTANILLA_RUST_LIBRARY" -C "$room/source"
    library=$room/source/library
else
    fetch_source
fi
[ -f "$library/Cargo.lock" ]

# A crate of nothing, so that cargo builds what it would stand on.
mkdir -p "$room/nothing/src"
: >"$room/nothing/src/lib.rs"
cat >"$room/nothing/Cargo.toml" <<'MANIFEST'
cargo-features = ["profile-rustflags"]

[package]
name = "nothing"
version = "0.0.0"
edition = "2024"

[profile.release]
opt-level = 3
debug = false

[profile.release.package.panic_abort]
rustflags = ["-Cpanic=abort"]
MANIFEST
(
    cd "$room/nothing"
    env -u CARGO_TARGET_DIR RUSTC_BOOTSTRAP=1 __CARGO_TESTS_ONLY_SRC_ROOT="$library" \
        CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUSTFLAGS="-Cembed-bitcode=yes --remap-path-prefix=$library=/rustc/$commit/library" \
        cargo build -q --release --target "$target" -Zbuild-std=std,panic_abort,proc_macro,test
)

libraries=$folder/lib/rustlib/$target/lib
rm -rf "$libraries" "$folder/.stamp"
mkdir -p "$libraries"
cp "$room/nothing/target/$target/release/deps/"*.rlib "$libraries/"
rm -f "$libraries"/libnothing*
printf '%s' "$stamp" >"$folder/.stamp"
