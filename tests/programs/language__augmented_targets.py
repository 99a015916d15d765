# Augmented assignment evaluates its target once.
log = []


def i(n):
    log.append(n)
    return n


row = [1, 2, 3]
row[i(1)] += i(10)
row[i(0)] *= 3
print(row, log)


class A:
    pass


a = A()
a.n = 1
a.n -= 5
a.n **= 2
a.n //= 3
a.n %= 4
print(a.n)
x = 7
x |= 8
x &= 12
x ^= 1
x <<= 3
x >>= 1
print(x)
s = "a"
s += "b"
s *= 2
print(s)
