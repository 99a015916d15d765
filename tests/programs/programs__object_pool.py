# A pool gives the same objects again and again; none of them dies.
pool = []
made = 0


class Buffer:
    def __init__(self):
        global made
        made += 1

    def __del__(self):
        print("del")


def take():
    if pool:
        return pool.pop()
    return Buffer()


for i in range(10):
    a = take()
    b = take()
    pool.append(a)
    pool.append(b)
print(made, len(pool))
del a, b
pool.clear()
print("empty")
