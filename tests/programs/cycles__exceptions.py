# Exceptions kept in locals, in themselves and in each other.
import gc


def kept():
    try:
        1 // 0
    except ZeroDivisionError as error:
        saved = error


def not_kept():
    try:
        1 // 0
    except ZeroDivisionError as error:
        pass


def own():
    e = ValueError()
    e.me = e


def context():
    try:
        try:
            1 // 0
        except ZeroDivisionError:
            {}["k"]
    except KeyError as error:
        saved = error


gc.collect()
for f in [kept, not_kept, own, context]:
    f()
    print(gc.collect())
