# A string's size depends on its widest character.
import sys

for text in ["", "a", "ab" * 50, "\x7f", "\x80", "é" * 10, "Ā", "Ā" * 10, "中" * 10, "😀", "😀" * 10, "a😀"]:
    print(len(text), sys.getsizeof(text))
for data in [b"", b"a", b"abc" * 100]:
    print(len(data), sys.getsizeof(data))
