# Where a class statement names an alias, the namespace is told; it may be any mapping.
class Namespace:
    def __init__(self):
        self.names = {}

    def __getitem__(self, name):
        return self.names[name]

    def __setitem__(self, name, value):
        if not name.startswith("__") or name == "__orig_bases__":
            print("set", name)
        self.names[name] = value


class Meta(type):
    def __prepare__(name, bases):
        return Namespace()

    def __new__(meta, name, bases, namespace):
        return super().__new__(meta, name, bases, dict(namespace.names))


class A(list[int], metaclass=Meta):
    x = 1


print(A.__orig_bases__, A.__bases__, A([1]))


class Refusing(Namespace):
    def __setitem__(self, name, value):
        if name == "__orig_bases__":
            raise KeyError(name)
        super().__setitem__(name, value)


Meta.__prepare__ = lambda name, bases: Refusing()
try:
    class B(list[int], metaclass=Meta):
        pass
except KeyError as error:
    print("KeyError", error)
