# Objects that die after a collection cannot push the count below zero.
import gc


class Thing:
    pass


gc.disable()
row = [Thing() for i in range(500)]
gc.collect()
row.clear()
print(gc.get_count()[0] < 10)
