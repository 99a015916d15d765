# The parser keeps the object of a literal as long as the text runs that it stands in: one reference more than the code's.
# needs: exec
import sys

pi = 3.25
print(sys.getrefcount(pi))
big = 100000
print(sys.getrefcount(big))
folded = 1000 * 1000
print(sys.getrefcount(folded))
pair = (1, 2.5)
print(sys.getrefcount(pair))
print(sys.getrefcount("two words"), sys.getrefcount(b"bytes"))


def function(x):
    return sys.getrefcount(x)


print(function(4.75))
exec("inner = 7.25\nprint(sys.getrefcount(inner))")
print(sys.getrefcount(inner))
code = compile("inner = 8.25\nprint(sys.getrefcount(inner))", "<text>", "exec")
exec(code)
# A computed value is nobody's literal.
print(sys.getrefcount(float("9.5")))
