# An uncaught error's status is 1, whatever was printed.
print("before")
raise KeyError("missing key")
