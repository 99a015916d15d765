# None as a special method says that there is none; and what iter() says to a function that is none.
# needs: classes
class NoTruth:
    __bool__ = None


class NoLength:
    __len__ = None


class Number:
    __bool__ = 3


for refuses in (NoTruth(), NoLength(), Number()):
    for attempt in (bool, lambda it: not it, lambda it: 1 if it else 2, lambda it: it and 1, lambda it: any([it])):
        try:
            print(attempt(refuses))
        except TypeError as error:
            print(error)
try:
    iter(5, 6)
except TypeError as error:
    print(error)
