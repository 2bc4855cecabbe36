#!/usr/bin/env bash
# What happens to somebody who clones the repository on an empty Debian with nothing but Python?
#
#   sudo tests/fresh/debian.sh [--keep] [COMMAND...]      (default: run test)
#
# Makes a minimal Debian in a temporary folder, clones the last commit into it, gives each
# `python3 dev.py COMMAND` there and prints the times. Needs root and the package debootstrap.
# The mirror is the one in this machine's apt sources, and pip is set up as on this machine:
# both are read when the script runs. DEBIAN=trixie chooses another release.
set -euo pipefail

repository=$(cd "$(dirname "$0")/../.." && pwd)
debian=${DEBIAN:-bookworm}

stop() { echo "debian.sh: $*" >&2; exit 1; }

timed() { # title, command...: run it, print how long it took, keep its exit code
    local title=$1 began=$SECONDS code=0
    shift
    "$@" || code=$?
    printf '== %-28s %4d s   exit code %d\n' "$title" $((SECONDS - began)) "$code" | tee -a "$times"
    return "$code"
}

apt_mirror() { # the first Debian archive among this machine's apt sources
    apt-get indextargets --format '$(REPO_URI)' 'Origin: Debian' 'Label: Debian' \
        'Created-By: Packages' | head -n 1
}

pip_settings() { # this machine's pip settings as the lines of a [global] section
    python3 -m pip config list 2>/dev/null |
        sed -nE "s/^(:env:|global|install)\.([a-z-]+)='(.*)'$/\2 = \3/p" |
        sort | awk -F' = ' '{ last[$1] = $0 } END { for (key in last) print last[key] }'
}

share_what_pip_reads() { # certificates and local package folders named in the settings, read-only
    local path
    for path in $(grep -oE '(^|[ =]|file://)/[^ ]+' "$root/etc/pip.conf" | grep -oE '/[^/].*'); do
        # An address inside a package folder (…/simple) needs the folder around it.
        [[ $path == */simple ]] && path=${path%/simple}
        if [[ -d $path ]]; then
            mkdir -p "$root$path"
            mount --bind "$path" "$root$path"
            mount -o remount,ro,bind "$root$path"
        elif [[ -f $path ]]; then
            # Under another name: the package ca-certificates will write its own bundle.
            install -D -m 644 "$path" "$root/etc/pip-files$path"
            sed -i "s| $path\$| /etc/pip-files$path|" "$root/etc/pip.conf"
        fi
    done
}

inside() { # a command in the empty Debian, with a clean environment and no keyboard
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 CI=true \
        ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} \
        ${no_proxy:+no_proxy="$no_proxy"} \
        chroot "$root" sh -c 'cd /srv/branch-lobby && exec "$@"' sh "$@" </dev/null
}

play() { # in a mount namespace of its own: nothing stays mounted, however this ends
    local mirror code=0 command
    mirror=$(apt_mirror)
    [[ -n $mirror ]] || stop "no Debian archive among this machine's apt sources."
    timed "debootstrap $debian" debootstrap --variant=minbase --include=python3 \
        "$debian" "$root" "$mirror" >"$root.log" 2>&1 || { tail -n 20 "$root.log" >&2; exit 1; }
    mount -t proc proc "$root/proc"
    mkdir -p "$root/dev/shm" && mount -t tmpfs shm "$root/dev/shm"
    mkdir -p "$root/dev/pts" && mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts"
    rm -f "$root/dev/ptmx" && ln -s pts/ptmx "$root/dev/ptmx"
    { echo '[global]'; pip_settings; } >"$root/etc/pip.conf"
    share_what_pip_reads
    git clone --quiet --no-local "$repository" "$root/srv/branch-lobby"
    for command in "$@"; do
        timed "dev.py $command" inside python3 dev.py "$command" || code=1
        timed "dev.py $command, again" inside python3 dev.py "$command" >/dev/null 2>&1 || code=1
    done
    return "$code"
}

if [[ ${1-} == --inside ]]; then
    root=$2 times=$2.times
    shift 2
    play "$@"
    exit
fi

[[ $(id -u) == 0 ]] || stop "needs root for chroot and mount: sudo $0 $*"
command -v debootstrap >/dev/null || stop "please type: apt-get install debootstrap"
keep=
[[ ${1-} == --keep ]] && { keep=1; shift; }
[[ $# -gt 0 ]] || set -- run test
folder=$(mktemp -d "${TMPDIR:-/tmp}/lobby-fresh.XXXXXX")
trap '[[ -n $keep ]] || rm -rf --one-file-system "$folder"' EXIT
chmod 755 "$folder"
mkdir "$folder/debian"
code=0
unshare --mount --propagation private "$0" --inside "$folder/debian" "$@" || code=$?
echo
echo "Debian $debian, commit $(git -C "$repository" rev-parse --short HEAD):"
cat "$folder/debian.times"
[[ -n $keep ]] && echo "Kept in $folder"
exit "$code"
