# A staticmethod or classmethod copies its function's name, docstring and annotations into a dict of its own (3.10).
# needs: decorators
import gc

gc.disable()


def make(wrap):
    class A:
        @wrap
        def method(x=None):
            "Says nothing."

    return A


for wrap in (staticmethod, classmethod):
    make(wrap)
    gc.collect()
    base = len(gc.get_objects())
    made = make(wrap)
    print(len(gc.get_objects()) - base)
    wrapper = vars(made)["method"]
    print(vars(wrapper))
    wrapper.mark = 1
    print(wrapper.mark, len(vars(wrapper)))
    del made, wrapper
    print(gc.collect())
