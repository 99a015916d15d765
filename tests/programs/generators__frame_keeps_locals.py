# The frame of a suspended generator is an object with the generator's locals, and keeps them when it is kept.
# needs: generators
import gc
import weakref


class Thing:
    pass


def gen(thing):
    step = 1
    yield thing
    step = 2
    yield step


t = Thing()
r = weakref.ref(t)
g = gen(t)
del t
print(sorted(g.gi_frame.f_locals), g.gi_frame.f_lineno)
next(g)
frame = g.gi_frame
print(sorted(frame.f_locals), frame.f_lineno, frame is g.gi_frame)
next(g)
print(frame.f_locals["step"], frame.f_lineno, frame.f_code is g.gi_code)
print(list(g), g.gi_frame, r() is None)
g = gen(Thing())
frame = g.gi_frame
g.close()
print(g.gi_frame)
del frame, g
gc.collect()
print("end")
