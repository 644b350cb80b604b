#!/bin/sh
# Runs a command in a network of its own with nothing but loopback in it: there the real names and ports of mail providers are free.
# 10.25.0.0/16 is this computer there, and names are asked of 127.0.0.1. Outside of it nothing changes.
set -eu
PATH="$PATH:/usr/sbin:/sbin"
user=$(id -u)
group=$(id -g)
if [ "$user" = 0 ]; then
  enter='unshare --net --mount'
  remedy='Root may not do it in this container: start the container with docker run --privileged'
else
  enter='unshare --net --mount --map-root-user'
  remedy='Type: sudo sysctl -w user.max_user_namespaces=10000 (Debian: also kernel.unprivileged_userns_clone=1; Ubuntu: also kernel.apparmor_restrict_unprivileged_userns=0)'
fi
# In a changed root the mounts can't be made private. Where none is shared with anybody, they need not be.
if ! $enter true 2>/dev/null && ! grep -q ' shared:' /proc/self/mountinfo; then
  enter="$enter --propagation unchanged"
fi
if ! $enter true; then
  echo "No network of its own can be made here, and the provider tests need one. $remedy" >&2
  exit 1
fi
# An ordinary user is root in there only until the network stands, and afterwards who they were: with ports below 1024 free for all.
exec $enter sh -euc '
  user=$1 group=$2
  shift 2
  ip link set lo up
  ip address add 10.25.0.1/16 dev lo
  servers=$(mktemp)
  echo nameserver 127.0.0.1 >"$servers"
  mount --bind "$servers" /etc/resolv.conf
  rm "$servers"
  export BREVDUVA_OWN_NETWORK=1
  [ "$user" = 0 ] && exec "$@"
  echo 0 >/proc/sys/net/ipv4/ip_unprivileged_port_start
  exec unshare --user --map-user="$user" --map-group="$group" -- "$@"
' in-own-network "$user" "$group" "$@"
