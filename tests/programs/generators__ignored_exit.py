# A generator that yields on its way out is an error.
# needs: generators
def gen():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = gen()
next(g)
try:
    g.close()
except RuntimeError as e:
    print(e)
g = gen()
next(g)
del g
print("end")
