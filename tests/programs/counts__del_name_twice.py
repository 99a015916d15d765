# del unbinds a name; the second del of it is an error.
import sys

x = []
y = x
del y
print(sys.getrefcount(x))
try:
    del y
except NameError as error:
    print(error)
row = [x]
del row[0]
print(sys.getrefcount(x))
try:
    del row[0]
except IndexError as error:
    print(error)
table = {"k": x}
del table["k"]
try:
    del table["k"]
except KeyError as error:
    print(error)
