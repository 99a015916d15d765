# close() raises GeneratorExit in the generator, throw() any error.
# needs: generators
def gen():
    while True:
        try:
            x = yield
            print("got", x)
        except ValueError as e:
            print("caught", e)
        except GeneratorExit:
            print("exit")
            raise


g = gen()
next(g)
g.send(1)
g.throw(ValueError("thrown"))
g.close()
try:
    next(g)
except StopIteration:
    print("stopped")
