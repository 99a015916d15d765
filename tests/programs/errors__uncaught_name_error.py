# An uncaught error ends the program with a traceback and status 1.
a = [1]
del a
print("before")
print(a)
print("never")
