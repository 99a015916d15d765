# A finalizer can save its object in a closure's variable.
# needs: closures
def make():
    kept = []

    class P:
        def __del__(self):
            kept.append(self)
            print("kept", len(kept))

    return P, kept


P, kept = make()
p = P()
del p
print(len(kept))
kept.clear()
print("end", len(kept))
