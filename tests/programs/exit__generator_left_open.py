# A generator left open at exit is closed.
# needs: generators, finally
def gen():
    try:
        yield 1
    finally:
        print("closed")


g = gen()
print(next(g))
print("end of program")
