for _ in range(1_000_000):
    a = []
    b = [a]
    a.append(b)
print(len(b))
