# None, True and False are single objects.
x = None
y = None
print(x is y, id(x) == id(None))
print((1 < 2) is True, (1 > 2) is False)
print(True + True, True == 1, True is not None)
row = [None, None]
print(row[0] is row[1])
