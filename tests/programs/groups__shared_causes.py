# A cause that several members of a group share is shown with one of them.
shared = OSError("shared")
first, second = ValueError("first"), ValueError("second")
first.__cause__ = shared
second.__cause__ = shared
raise ExceptionGroup("twice", [first, second, ExceptionGroup("inner", [first, shared])])
