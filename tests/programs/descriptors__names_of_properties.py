# A property knows the name that its class binds it to.
import gc, sys
class Q:
    @property
    def sname(x): "docs"
    def other(x): pass
    tname = property(other)
q = Q()
p = Q.__dict__['sname']; t = Q.__dict__['tname']
print([type(x).__name__ for x in gc.get_referents(p)], [type(x).__name__ for x in gc.get_referents(t)], sys.getsizeof(p))
print(hasattr(property, '__set_name__'), getattr(t, '__name__', None), getattr(p, '__name__', None))
for n in ('sname','tname'):
    try: setattr(q, n, 1)
    except AttributeError as e: print(e)
loose = property(Q.other)
Q.loose = loose
try: q.loose = 1
except AttributeError as e: print(e)
Q.again = t
try: q.again = 1
except AttributeError as e: print(e)
print([type(x).__name__ for x in gc.get_referents(loose)])
try: print(loose.__set_name__(Q, 'given')); q.loose = 1
except AttributeError as e: print(e)
try: loose.__set_name__(Q)
except (TypeError, AttributeError) as e: print(e)
