# How many dead cycles wait at most, exactly, with a threshold of 700.
# needs: exact allocation counts
import gc


class Node:
    alive = 0

    def __init__(self):
        Node.alive += 1
        self.me = self

    def __del__(self):
        Node.alive -= 1


gc.disable()
gc.freeze()
gc.set_threshold(700, 10, 10)
gc.collect()
gc.enable()
peak = 0
for i in range(5000):
    Node()
    if Node.alive > peak:
        peak = Node.alive
gc.disable()
print(peak)
