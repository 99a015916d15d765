# A class body is a frame of its own in the traceback.
class Broken:
    x = 1
    y = x / 0
