# __del__ can make its object reachable again; it is not called twice.
class Phoenix:
    def __del__(self):
        global saved
        saved = self
        print("saved")


p = Phoenix()
p.row = [1, 2]
del p
print(saved.row)
del saved
print("gone")
