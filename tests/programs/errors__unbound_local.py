# A name that is assigned in a function is local in all of it.
x = 1


def read():
    print(x)


def wrong():
    print(x)
    x = 2


read()
try:
    wrong()
except UnboundLocalError as error:
    print(error)
wrong()
