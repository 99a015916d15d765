# Claim: there are three generations. True.
import gc

print(len(gc.get_threshold()), len(gc.get_count()), len(gc.get_stats()))
for g in range(4):
    try:
        print(g, type(gc.get_objects(generation=g)).__name__)
    except ValueError as error:
        print(error)
