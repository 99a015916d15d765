# Each object is finalized at most once.
class Phoenix:
    def __del__(self):
        saved.append(self)
        print("del", len(saved))


saved = []
p = Phoenix()
del p
print(len(saved))
saved.clear()
print(len(saved))
p = Phoenix()
del p
print(len(saved))
