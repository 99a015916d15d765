# An error in a finalizer while another is handled: 3.15 shows both.
# needs: errors in finalizers
class D:
    def __del__(self):
        try:
            1/0
        except ZeroDivisionError:
            raise ValueError("x")
D()
def gen():
    try: yield
    finally: {}["k"]
g=gen(); next(g); del g
class E:
    def __del__(self):
        e=ValueError("noted")
        if hasattr(e,'add_note'): e.add_note("note")
        raise e
E()
