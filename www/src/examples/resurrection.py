import gc

saved = []


class Phoenix:
    def __del__(self):
        saved.append(self)


bird = Phoenix()
bird.me = bird
del bird
print(gc.collect(), len(saved))

saved.clear()
print(gc.collect(), len(saved))
