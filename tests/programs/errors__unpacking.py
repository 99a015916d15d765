# Unpacking too many or too few values; 3.14 also says how many there were.
def check(values):
    try:
        a, b = values
        print(a, b)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


check([1, 2])
check([1])
check([1, 2, 3])
check((1, 2, 3, 4))
check("abc")
check({"a": 1})
check(5)
try:
    a, *b, c = [1]
except ValueError as error:
    print(error)
