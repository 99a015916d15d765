# The youngest generation's threshold rose from 700 to 2000 in 3.13.
import gc

print(gc.get_threshold())
gc.set_threshold(700, 10, 5)
print(gc.get_threshold())
gc.set_threshold(50)
print(gc.get_threshold())
gc.set_threshold(60, 7)
print(gc.get_threshold())
