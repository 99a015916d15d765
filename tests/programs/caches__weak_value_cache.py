# An image cache with weak values; entries go with the last strong reference.
# needs: weakref, classes
import gc
import weakref


class Image:
    made = 0

    def __init__(self, path):
        Image.made += 1
        self.path = path

    def __del__(self):
        print("unload", self.path)


class Cache:
    def __init__(self):
        self._images = weakref.WeakValueDictionary()
        self.hits = self.misses = 0

    def get(self, path):
        try:
            image = self._images[path]
        except KeyError:
            self.misses += 1
            image = self._images[path] = Image(path)
        else:
            self.hits += 1
        return image

    def __len__(self):
        return len(self._images)


cache = Cache()
a = cache.get("a.png")
b = cache.get("b.png")
print(cache.get("a.png") is a, cache.hits, cache.misses, len(cache))
print(sorted(cache._images), sorted(i.path for i in cache._images.values()))
del a
print(len(cache), "a.png" in cache._images)
cache.get("c.png")
print(Image.made, len(cache))
for key, image in list(cache._images.items()):
    print(key, image.path)
del image, key
b = None
print(len(cache), list(cache._images.keys()))
sizes = weakref.WeakKeyDictionary()
x, y = Image("x"), Image("y")
sizes[x], sizes[y] = 10, 20
print(len(sizes), sizes[x], sizes.get(y), sizes.pop(y))
del x
print(len(sizes))
