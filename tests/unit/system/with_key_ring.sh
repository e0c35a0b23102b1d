#!/bin/sh
# Runs a command in a desktop session of its own, with an empty key ring that is open.
#     with_key_ring.sh COMMAND [ARGUMENT...]
set -eu
for needed in dbus-run-session gnome-keyring-daemon; do
  command -v "$needed" >/dev/null || { echo "$needed is not installed" >&2; exit 77; }
done
home=$(mktemp -d "${TMPDIR:-/tmp}/vorzimmer-key-ring.XXXXXX")
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/runtime"
export HOME="$home" XDG_RUNTIME_DIR="$home/runtime" XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config" XDG_CACHE_HOME="$home/cache"
unset DISPLAY WAYLAND_DISPLAY # there is nobody to ask
# The daemon goes with the session's bus.
dbus-run-session -- sh -c 'printf secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$@"' sh "$@"
