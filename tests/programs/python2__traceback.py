# A traceback, 2.7 beside the others.
# versions: 2.7 3.8+
def inner(row):
    return row[3]


def outer():
    return inner([1])


outer()
