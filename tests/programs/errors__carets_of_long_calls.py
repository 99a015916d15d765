# From 3.13 on a traceback shows the first and the last line of a long expression, and those around the operator.
def fail(*values):
    return values[0] / 0


def middle(x):
    return (fail(
        x,
        x + 1,
        x + 2,
        x + 3,
    ) + 1)


rows = [1, 2,
        3]
try:
    rows[
        len(rows)
        + 1
    ]
except IndexError as error:
    last = error
result = middle(
    1)
