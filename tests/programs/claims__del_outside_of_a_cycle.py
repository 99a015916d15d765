# Claim: an object with __del__ that is in no cycle is finalized as soon as nothing refers to it. True.
import gc

gc.disable()


class Thing:
    def __del__(self):
        print("del")


t = Thing()
u = t
del t
print("one reference left")
del u
print("end")
