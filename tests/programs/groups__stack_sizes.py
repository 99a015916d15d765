# How deep the stack gets where parts of a group are caught.


def one():
    try:
        pass
    except* ValueError:
        pass


def two():
    try:
        pass
    except* ValueError as e:
        pass
    except* (TypeError, KeyError):
        pass


def called():
    try:
        pass
    except* ValueError as e:
        print(e)


def nested():
    try:
        try:
            pass
        except* ValueError:
            pass
    finally:
        pass


for f in (one, two, called, nested):
    print(f.__name__, f.__code__.co_stacksize)
