from functools import wraps as _wraps
import sys as _sys

_ended = object()
# ExitStack tells what is no context manager by the protocol's name (3.11); before it asks for __exit__ first.
_says_protocol = _sys.version_info >= (3, 11)


class AbstractContextManager:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        return None


class ContextDecorator:
    def __call__(self, function):
        @_wraps(function)
        def inner(*args, **keywords):
            with self._recreate_cm():
                return function(*args, **keywords)

        return inner

    def _recreate_cm(self):
        return self


class _GeneratorContextManager(ContextDecorator):
    def __init__(self, function, args, keywords):
        self.gen = function(*args, **keywords)
        self.func, self.args, self.kwds = function, args, keywords
        self.__doc__ = getattr(function, "__doc__", None)

    def _recreate_cm(self):
        return type(self)(self.func, self.args, self.kwds)

    def __enter__(self):
        # What it was called with lives no longer than the generator wants.
        del self.func, self.args, self.kwds
        value = next(self.gen, _ended)
        if value is _ended:
            raise RuntimeError("generator didn't yield")
        return value

    def __exit__(self, kind, error, traceback):
        if kind is None:
            if next(self.gen, _ended) is not _ended:
                raise RuntimeError("generator didn't stop")
            return False
        if error is None:
            error = kind()
        try:
            self.gen.throw(error)
        except StopIteration as stop:
            return stop is not error
        except BaseException as raised:
            # A StopIteration comes out of the generator as the cause of a RuntimeError.
            if raised is not error and not (isinstance(error, StopIteration) and raised.__cause__ is error):
                raise
            error.__traceback__ = traceback
            return False
        raise RuntimeError("generator didn't stop after throw()")


def contextmanager(function):
    @_wraps(function)
    def helper(*args, **keywords):
        return _GeneratorContextManager(function, args, keywords)

    return helper


class closing(AbstractContextManager):
    def __init__(self, thing):
        self.thing = thing

    def __exit__(self, *details):
        self.thing.close()

    def __enter__(self):
        return self.thing


class suppress(AbstractContextManager):
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __exit__(self, kind, error, traceback):
        return kind is not None and issubclass(kind, self._exceptions)

    def __enter__(self):
        return None


class nullcontext(AbstractContextManager):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __exit__(self, *details):
        return None

    def __enter__(self):
        return self.enter_result


class _Redirect(AbstractContextManager):
    _stream = None

    def __init__(self, target):
        self._target = target
        self._old = []

    def __enter__(self):
        self._old.append(getattr(_sys, self._stream))
        setattr(_sys, self._stream, self._target)
        return self._target

    def __exit__(self, *details):
        setattr(_sys, self._stream, self._old.pop())


class redirect_stdout(_Redirect):
    _stream = "stdout"


class redirect_stderr(_Redirect):
    _stream = "stderr"


class ExitStack(AbstractContextManager):
    def __init__(self):
        self._callbacks = []

    def enter_context(self, manager):
        cls = type(manager)
        try:
            if not _says_protocol:
                cls.__exit__
            enter, leave = cls.__enter__, cls.__exit__
        except AttributeError:
            if not _says_protocol:
                raise
            text = f"'{cls.__module__}.{cls.__qualname__}' object does not support the context manager protocol"
            raise TypeError(text) from None
        result = enter(manager)
        self._callbacks.append(lambda *details: leave(manager, *details))
        return result

    def push(self, leave):
        if hasattr(type(leave), "__exit__"):
            function = type(leave).__exit__
            self._callbacks.append(lambda *details: function(leave, *details))
        else:
            self._callbacks.append(leave)
        return leave

    def callback(self, function, /, *args, **keywords):
        def run(kind, error, traceback):
            function(*args, **keywords)

        self._callbacks.append(run)
        return function

    def pop_all(self):
        made = type(self)()
        made._callbacks, self._callbacks = self._callbacks, []
        return made

    def close(self):
        self.__exit__(None, None, None)

    def __exit__(self, *details):
        received = details[0] is not None
        suppressed = False
        pending = False
        while self._callbacks:
            leave = self._callbacks.pop()
            try:
                if leave(*details):
                    suppressed = True
                    pending = False
                    details = (None, None, None)
            except BaseException as error:
                pending = True
                details = (type(error), error, error.__traceback__)
        if pending:
            raise details[1]
        return received and suppressed
