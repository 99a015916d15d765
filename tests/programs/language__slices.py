# Slices of sequences, with negative steps and as targets.
row = [i for i in range(10)]
print(row[2:5], row[:3], row[-3:], row[::2], row[::-1], row[7:2:-2], row[20:], row[-100:2])
row[2:5] = ["x"]
print(row)
row[::3] = [0, 0, 0]
print(row)
row[1:1] = [1.5]
del row[-2:]
print(row, "abcdef"[1:-1], (1, 2, 3)[::-1], b"abc"[1:])
print(range(10)[2:8:3], range(10)[-1], len(range(0, 10, 3)), range(5)[::-1])
