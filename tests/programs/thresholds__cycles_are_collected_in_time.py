# Dropped cycles add up and are collected automatically.
import gc


class Node:
    alive = 0

    def __init__(self):
        Node.alive += 1
        self.me = self

    def __del__(self):
        Node.alive -= 1


gc.collect()
peak = 0
for i in range(20000):
    Node()
    if Node.alive > peak:
        peak = Node.alive
print(peak < 2100, peak > 100)
gc.collect()
print(Node.alive)
