import _gcscope

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192
open = _gcscope.open
UnsupportedOperation = _gcscope.unsupported_operation()


class _Memory:
    def __init__(self, initial, newline="\n"):
        self._data = initial
        self._at = 0
        self.closed = False

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *exc):
        self.close()

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def close(self):
        self.closed = True
        self._data = self._data[:0]

    def getvalue(self):
        self._check()
        return self._data

    def read(self, size=-1):
        self._check()
        end = len(self._data) if size is None or size < 0 else self._at + size
        data = self._data[self._at:end]
        self._at += len(data)
        return data

    def readline(self, size=-1):
        self._check()
        end = self._data.find(self._newline, self._at)
        end = len(self._data) if end < 0 else end + 1
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        return self.read(max(0, end - self._at))

    def readlines(self, hint=-1):
        return list(self)

    def write(self, data):
        self._check()
        if not isinstance(data, self._kind):
            raise TypeError(self._refusal % type(data).__name__)
        if self._at > len(self._data):
            self._data += self._zero * (self._at - len(self._data))
        end = self._at + len(data)
        self._data = self._data[:self._at] + self._kind(data) + self._data[end:]
        self._at = end
        return len(data)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def seek(self, position, whence=0):
        self._check()
        self._at = max(0, (0, self._at, len(self._data))[whence] + position)
        return self._at

    def tell(self):
        self._check()
        return self._at

    def truncate(self, size=None):
        self._check()
        size = self._at if size is None else size
        self._data = self._data[:size]
        return size

    def flush(self):
        self._check()

    def readable(self):
        self._check()
        return True

    writable = seekable = readable

    def isatty(self):
        self._check()
        return False


class StringIO(_Memory):
    _newline, _zero, _kind = "\n", "\0", str
    _refusal = "string argument expected, got '%s'"

    def __init__(self, initial_value="", newline="\n"):
        super().__init__(initial_value or "")


class BytesIO(_Memory):
    _newline, _zero, _kind = b"\n", b"\0", bytes
    _refusal = "a bytes-like object is required, not '%s'"

    def __init__(self, initial_bytes=b""):
        super().__init__(bytes(initial_bytes or b""))

    read1 = _Memory.read


for _class in (StringIO, BytesIO):
    _class.__module__ = "_io"
