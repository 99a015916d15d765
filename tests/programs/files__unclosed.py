# Files that nobody closes: closed when they die, with a ResourceWarning for who wants to see it.
# needs: files, warnings
import gc
import os
import warnings

NAME = "files_unclosed.txt"
with open(NAME, "w") as f:
    f.write("text\n")


open(NAME)
print("silent")
warnings.simplefilter("always", ResourceWarning)
with warnings.catch_warnings(record=True) as caught:
    open(NAME)
    open(NAME, "rb")
    open(NAME, "rb", buffering=0)
    f = open(NAME, "a")
    f.close()
    del f
for w in caught:
    print(w.category.__name__, str(w.message).replace("UTF", "utf"), os.path.basename(w.filename), w.lineno)


class Node:
    pass


with warnings.catch_warnings(record=True) as caught:
    n = Node()
    n.me = n
    n.file = open(NAME)
    del n
    gc.collect()
print([str(w.message) for w in caught])


def written():
    f = open(NAME, "w")
    f.write("flushed when it dies")


warnings.simplefilter("ignore", ResourceWarning)
written()
print(open(NAME).read())
warnings.simplefilter("error", ResourceWarning)
open(NAME, "rb")
print("goes on")
os.remove(NAME)
