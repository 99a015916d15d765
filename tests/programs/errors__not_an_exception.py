# Only exceptions can be raised and caught.
try:
    raise 1
except TypeError as error:
    print(error)
try:
    raise [].append
except TypeError as error:
    print(error)
try:
    try:
        raise ValueError("x")
    except "text":
        pass
except TypeError as error:
    print(error)
