# A generator that dies in the middle runs its finally blocks.
# needs: generators, finally
def gen():
    try:
        yield 1
        yield 2
    finally:
        print("cleaned up")


g = gen()
print(next(g))
del g
print("after")
for x in gen():
    print(x)
    break
print("end")
