# Claim: the threshold of each generation can be set. True.
import gc

print(gc.get_threshold())
gc.set_threshold(500, 5, 7)
print(gc.get_threshold())
gc.set_threshold(300)
print(gc.get_threshold())
gc.set_threshold(300, 8)
print(gc.get_threshold())
