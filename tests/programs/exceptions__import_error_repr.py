# repr() of an ImportError tells its name and path from 3.15 on, as far as they are set.
# needs: exceptions
for a, k in (((), dict(name="y")), ((), dict(path="y")), ((1,2), dict(name="y")), (("x",), dict(name=None)), (("x",), dict(name=3, path=[1])), ((1,), dict(path="q")), ((1,2), dict(name="a",path="q")), ((), {})):
    print(repr(ImportError(*a, **k)), repr(ModuleNotFoundError(*a, **k)))
class M(ImportError): pass
print(repr(M("q", name="z")))
e = ImportError("x"); e.name = "u"; print(repr(e)); e.name=None; print(repr(e))
print(repr(ImportError((1,), name=")")), repr(ImportError(path=())))
error = ImportError("x", name="y")
del error.name
print(repr(error))
