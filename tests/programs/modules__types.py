# Names of types in the types module; SimpleNamespace.
# needs: types, generators
import types


def f():
    yield


n = types.SimpleNamespace(a=1, b=[2])
n.c = 3
print(n, n.a, n == types.SimpleNamespace(a=1, b=[2], c=3))
print(isinstance(f, types.FunctionType), isinstance(f(), types.GeneratorType), isinstance(len, types.BuiltinFunctionType))
print(isinstance(types, types.ModuleType), isinstance([].append, types.BuiltinMethodType), isinstance(lambda: 0, types.LambdaType))


class A:
    def m(self):
        pass


a = A()
print(isinstance(a.m, types.MethodType), types.MethodType(lambda self: self is a, a)())
m = types.ModuleType("made")
m.x = 1
print(m, m.x, m.__name__)
