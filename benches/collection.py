"""Times a full collection of CPython on the benchmark's random graph: the peer's half of benches/collection.rs.

usage: collection.py CASE N REPETITIONS      (CASE: live_holder, live_single, garbage)

Prints the nanoseconds per list, the cost of an empty collection taken off: minimum, then median.
"""
import gc
import statistics
import sys
import time

MASK = (1 << 64) - 1


def random_graph(n, seed=42):
    """Out-edges of n nodes: a ring through all of them in random order, and up to two more edges each."""
    state = seed

    def below(limit):
        nonlocal state
        state = (state * 6364136223846793005 + 1442695040888963407) & MASK
        return ((state >> 33) * limit) >> 31

    order = list(range(n))
    for i in range(n - 1, 0, -1):
        j = below(i + 1)
        order[i], order[j] = order[j], order[i]
    after = [0] * n
    for k in range(n):
        after[order[k]] = order[(k + 1) % n]
    edges = []
    for i in range(n):
        edges.append([after[i]] + [below(n) for _ in range(below(3))])
    return order, edges


def build(edges):
    nodes = [[] for _ in edges]
    for node, targets in zip(nodes, edges):
        for target in targets:
            node.append(nodes[target])
    return nodes


def timed_collection():
    start = time.perf_counter_ns()
    found = gc.collect()
    return time.perf_counter_ns() - start, found


def main(case, n, repetitions):
    gc.disable()
    order, edges = random_graph(n)
    gc.collect()
    gc.freeze()
    empty = statistics.median(timed_collection()[0] for _ in range(5))
    times = []
    if case == "garbage":
        for _ in range(repetitions):
            build(edges)
            elapsed, found = timed_collection()
            assert found == n, found
            times.append(elapsed)
    else:
        nodes = build(edges)
        root = nodes[order[0]]
        if case == "live_single":
            del nodes
        timed_collection()
        for _ in range(repetitions):
            elapsed, found = timed_collection()
            assert found == 0, found
            times.append(elapsed)
    per_object = [(elapsed - empty) / n for elapsed in times]
    print(f"{min(per_object):.1f} {statistics.median(per_object):.1f}")


main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
