"""A file system in memory that forgets, at a power cut, whatever was not forced: file contents at their last fsync, names at the last
fsync of the folder or of the file itself.

    forgetful.py MOUNT-POINT SURVIVORS

Runs in the foreground until it is unmounted. When somebody looks for a file named power-cut, the power goes: what would be on the disk is
written to the folder SURVIVORS.
"""
import errno
import os
import stat
import sys
import threading

try:
    import fuse
except ImportError:
    import fusepy as fuse


class Node:
    def __init__(self, mode):
        self.mode = mode
        self.data = bytearray()
        self.forced = None


class Forgetful(fuse.Operations):
    def __init__(self, survivors):
        self.survivors = survivors
        self.guard = threading.Lock()
        self.names = {"/": Node(stat.S_IFDIR | 0o755)}
        self.durable = {}  # names as they are on the disk

    def node(self, path):
        if path not in self.names:
            raise fuse.FuseOSError(errno.ENOENT)
        return self.names[path]

    def power_cut(self):
        for path, node in sorted(self.durable.items()):
            if node.forced is not None:
                target = self.survivors + path
                os.makedirs(os.path.dirname(target), exist_ok=True)
                with open(target + ".part", "wb") as out:
                    out.write(node.forced)
                os.rename(target + ".part", target)
        with open(self.survivors + "/done", "w"):
            pass

    def getattr(self, path, fh=None):
        with self.guard:
            if path == "/power-cut":
                self.power_cut()
            node = self.node(path)
            return {"st_mode": node.mode, "st_nlink": 1, "st_size": len(node.data), "st_uid": os.getuid(), "st_gid": os.getgid()}

    def readdir(self, path, fh):
        with self.guard:
            prefix = path.rstrip("/") + "/"
            return [".", ".."] + [name[len(prefix):] for name in self.names
                                  if name != "/" and name.startswith(prefix) and "/" not in name[len(prefix):]]

    def mkdir(self, path, mode):
        with self.guard:
            self.names[path] = Node(stat.S_IFDIR | mode)

    def create(self, path, mode, fi=None):
        with self.guard:
            self.names[path] = Node(stat.S_IFREG | mode)
        return 0

    def open(self, path, flags):
        with self.guard:
            node = self.node(path)
            if flags & os.O_TRUNC:
                del node.data[:]
        return 0

    def read(self, path, size, offset, fh):
        with self.guard:
            return bytes(self.node(path).data[offset:offset + size])

    def write(self, path, data, offset, fh):
        with self.guard:
            node = self.node(path)
            if len(node.data) < offset:
                node.data.extend(bytes(offset - len(node.data)))
            node.data[offset:offset + len(data)] = data
            return len(data)

    def truncate(self, path, length, fh=None):
        with self.guard:
            node = self.node(path)
            del node.data[length:]
            node.data.extend(bytes(length - len(node.data)))

    def rename(self, old, new):
        with self.guard:
            self.names[new] = self.names.pop(old)

    def unlink(self, path):
        with self.guard:
            self.names.pop(path)

    def fsync(self, path, datasync, fh):
        with self.guard:
            node = self.node(path)
            node.forced = bytes(node.data)
            if all(other is not node for other in self.durable.values()):
                self.durable[path] = node  # a new file's own fsync brings its name along

    def fsyncdir(self, path, datasync, fh):
        with self.guard:
            prefix = path.rstrip("/") + "/"
            for name in [name for name in self.durable if os.path.dirname(name) + "/" == prefix]:
                del self.durable[name]
            for name, node in self.names.items():
                if os.path.dirname(name).rstrip("/") + "/" == prefix and not stat.S_ISDIR(node.mode):
                    self.durable[name] = node

    def statfs(self, path):
        return {"f_bsize": 4096, "f_blocks": 1 << 20, "f_bavail": 1 << 19, "f_bfree": 1 << 19}

    def chmod(self, path, mode):
        return 0

    def chown(self, path, uid, gid):
        return 0

    def utimens(self, path, times=None):
        return 0


if __name__ == "__main__":
    system = Forgetful(sys.argv[2])
    fuse.FUSE(system, sys.argv[1], foreground=True, nothreads=True, big_writes=True)
