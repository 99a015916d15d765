# The empty tuple and one-character strings are shared; lists never are.
a = ()
b = (1, 2)[2:]
print(a is b)
text = "hello"
other = "jello"
print(text[1] is other[1])
print(text[0:0] is other[5:])
row = [1, 2]
print(row[:] is row)
pair = (1, 2)
print(pair[:] is pair)
x = text[0:3]
y = text[0:3]
print(x == y, x is y)
print(text[:] is text)
