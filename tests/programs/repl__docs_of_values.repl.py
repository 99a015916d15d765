# needs: lambda
a = [1, 2]
a
a.append(3)
a
"text"
None
1.0
(1,)
{"k": a}
lambda: 1 if False else 0
print(a)
a[0], a[1] = a[1], a[0]
a
a == a
a is a[:]
len(a)
