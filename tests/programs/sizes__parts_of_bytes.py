# The lists that bytes and bytearray are split into have room for what may come; their parts are of their own type.
# needs: bytes
import sys

for text in (b"a b c", b"", b" ".join([b"a"] * 13), b" ".join([b"ab"] * 30)):
    for whole in (text, bytearray(text)):
        lists = [whole.split(), whole.rsplit(), whole.split(b" "), whole.split(b"x"), whole.split(b" ", 1), whole.rsplit(None, 4)]
        print([sys.getsizeof(parts) for parts in lists], lists[0][:2])
for whole in (b"a\nb\r\nc\n", bytearray(b"a\nb\r\nc\n")):
    print(sys.getsizeof(whole.splitlines()), whole.splitlines(True), whole.partition(b"\n"), whole.rpartition(b"x"))
