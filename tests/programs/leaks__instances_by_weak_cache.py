# A cache of weak values gives the same object while someone uses it.
# needs: weak containers
import weakref


class Image:
    loaded = 0

    def __init__(self, name):
        Image.loaded += 1
        self.name = name


cache = weakref.WeakValueDictionary()


def load(name):
    image = cache.get(name)
    if image is None:
        image = Image(name)
        cache[name] = image
    return image


a = load("x")
b = load("x")
print(a is b, Image.loaded, len(cache))
del a, b
print(len(cache))
c = load("x")
print(Image.loaded)
