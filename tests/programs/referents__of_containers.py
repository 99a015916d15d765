# get_referents() visits what traversal visits.
import gc

a = []
b = [1]
print(gc.get_referents([a, b]))
print(gc.get_referents((a, b, 3)))
print(gc.get_referents({"x": a, "y": b}))
print(gc.get_referents({1: a}))
print(gc.get_referents(5, "text", None))
print(gc.get_referents(a))
print(gc.get_referents([a], (b,)))
