# An object listed before its only outside holder is moved back as reachable.
import gc

gc.disable()
gc.collect()
first = []
second = [first]
third = [second]
first.append(third)
holder = [third]
del first, second, third
print(gc.collect())
print(holder[0][0][0][0] is holder[0])
del holder
print(gc.collect())
