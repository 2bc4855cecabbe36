"""A disk that takes 5 ms longer for every fsync, as that of a cheap branch PC does.

A library of a few lines, made with the machine's own C compiler, stands before the C library's
fsync and fdatasync (LD_PRELOAD) in the server's process. Only where there is a compiler, on Linux.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

SLOWER_MS: Final = 5
SOURCE: Final = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <time.h>

static int slowly(const char *name, int fd)
{
    struct timespec wait = {0, %d * 1000000L};
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
    nanosleep(&wait, 0);
    return real(fd);
}

int fsync(int fd) { return slowly("fsync", fd); }
int fdatasync(int fd) { return slowly("fdatasync", fd); }
"""


def slow_disk(folder: Path) -> Path | None:
    """The library, made in this folder; None where that cannot be done."""
    compiler = shutil.which("gcc") or shutil.which("cc")
    if compiler is None or sys.platform != "linux":
        return None
    source, made = folder / "slow_disk.c", folder / "slow_disk.so"
    source.write_text(SOURCE % SLOWER_MS, encoding="ascii")
    words = [compiler, "-shared", "-fPIC", "-O1", "-o", str(made), str(source), "-ldl"]
    is_made = subprocess.run(words, capture_output=True, check=False).returncode == 0
    return made if is_made else None
