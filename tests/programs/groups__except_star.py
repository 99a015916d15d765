# Each except* takes its part of a group; a plain exception is wrapped; what nobody takes goes on.
# versions: 3.11+
# needs: exception groups
import sys


def run(error):
    print("--", repr(error))
    try:
        try:
            raise error
        except* ValueError as group:
            print("values", repr(group), sys.exc_info()[1] is group, group.__traceback__ is not None)
        except* (TypeError, KeyError) as group:
            print("types", repr(group), repr(group.__context__))
        else:
            print("else")
        finally:
            print("finally")
        print("after")
    except BaseException as rest:
        print("rest", repr(rest), rest is error, repr(rest.__context__), rest.__traceback__ is not None)
    print(sys.exc_info())


run(ValueError(1))
run(OSError())
run(ExceptionGroup("all", [ValueError(1), TypeError(2), ValueError(3)]))
run(ExceptionGroup("some", [ValueError(1), OSError(2), KeyError(3)]))
run(ExceptionGroup("none", [OSError(2)]))
run(ExceptionGroup("deep", [ExceptionGroup("in", [ValueError(1), OSError(2)]), TypeError(3)]))
run(BaseExceptionGroup("base", [KeyboardInterrupt(), ValueError()]))

try:
    print("no error")
except* ValueError:
    print("not here")
else:
    print("else")

for wrong in int, (ValueError, 1), ExceptionGroup, (ValueError, BaseExceptionGroup):
    try:
        try:
            raise ValueError("x")
        except* wrong:
            print("not here")
    except TypeError as error:
        print(error, repr(error.__context__))

for i in range(3):
    try:
        raise ExceptionGroup("loop", [ValueError(i)])
    except* ValueError as e:
        for j in range(3):
            if j == i:
                continue
            if j > i:
                break
            print(i, j)


def local():
    try:
        raise ExceptionGroup("local", [ValueError()])
    except* ValueError as name:
        pass
    try:
        name
    except UnboundLocalError as error:
        print(error)


local()
