# Up to 3.13 a collection untracks a tuple of tuples only if it has untracked those before: it looks at the survivors in
# the order in which it reached them.
# needs: everything
import gc

gc.disable()
gc.collect()


def tracked(*objects):
    print([gc.is_tracked(x) for x in objects])


pairs = list(enumerate("ab"))
both = tuple(pairs)
tracked(pairs[0], pairs[1], both)
print(gc.collect())
tracked(pairs[0], pairs[1], both)
print(gc.collect())
tracked(pairs[0], pairs[1], both)

n = 1000
inner = (n, n)
outer = (inner, n)
outermost = (outer, n)
tracked(inner, outer, outermost)
print(gc.collect())
tracked(inner, outer, outermost)
print(gc.collect())
tracked(inner, outer, outermost)

holder = [((n, 1), (n, 2))]
holder.append((holder[0], n))
tracked(holder[0][0], holder[0], holder[1])
print(gc.collect(0))
tracked(holder[0][0], holder[0], holder[1])
print(gc.collect(1))
tracked(holder[0][0], holder[0], holder[1])
