# Carets under an attribute that is missing, in a chain.
class Box:
    pass


box = Box()
box.inner = Box()
print(box.inner is box.inner)
value = box.inner.content.name
