# Up to 3.9 there is one empty frozenset that frozenset() gives every time. gcscope makes a new one in every version.
print(frozenset() is frozenset(), frozenset([]) is frozenset(()))
