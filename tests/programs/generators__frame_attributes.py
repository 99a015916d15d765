# gi_frame is None once a generator has ended.
# needs: generators
def gen():
    yield 1


g = gen()
print(g.gi_running, g.gi_frame is None)
next(g)
print(g.gi_frame is None)
for x in g:
    pass
print(g.gi_frame)
print(g.gi_code.co_name, g.__name__)
