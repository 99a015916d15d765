# A dictionary or set that changes its size while it is iterated.
d = {1: 1}
try:
    for k in d:
        d[k + 1] = 1
except RuntimeError as error:
    print(error)
s = {1}
try:
    for k in s:
        s.add(k + 1)
except RuntimeError as error:
    print(error)
d = {1: 1, 2: 2}
try:
    for k in d:
        del d[k]
        d[k + 10] = 1
except RuntimeError as error:
    print(error)
row = [1, 2]
for x in row:
    if len(row) < 6:
        row.append(x)
print(row)
