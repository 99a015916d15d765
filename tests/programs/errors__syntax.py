# A syntax error is found before anything runs.
print("never printed")
a = [for i in range(1000000)]
