# The frame of a generator that has ended: in 3.12 alone it still names the frame that resumed it last, and so keeps it alive.
# needs: generators, sys._getframe
import sys
fr=[]
def g(kind):
    try: yield
    except KeyError as e:
        fr.append(sys._getframe())
    if kind: 1/0
    yield 5
def h():
    fr.append(sys._getframe()); yield 1
def i():
    fr.append(sys._getframe())
    return
    yield
def use():
    for k in (0, 1):
        x=g(k); next(x)
        try: x.throw(KeyError(1))
        except ZeroDivisionError: pass
    list(i()); list(h())
    y = h(); next(y); z = h(); next(z); z.close()
    print([f.f_back and f.f_back.f_code.co_name for f in fr])
    del x
    print([f.f_back and f.f_back.f_code.co_name for f in fr])
    try: next(y)
    except StopIteration: pass
use(); print([f.f_back and f.f_back.f_code.co_name for f in fr])
