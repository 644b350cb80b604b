#!/bin/sh
# Runs a command inside a session bus of its own, with a keyring that is unlocked and thrown away afterwards.
set -eu
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/run" "$home/data" "$home/config"
export XDG_RUNTIME_DIR="$home/run" XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config"
dbus-run-session -- sh -c '
  daemon=$(printf test-password | gnome-keyring-daemon --unlock --components=secrets)
  set -a; eval "$daemon"; set +a
  "$@"
' with-keyring "$@"
