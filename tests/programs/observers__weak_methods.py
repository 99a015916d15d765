# Observers held weakly: WeakSet and WeakMethod do not keep their owners alive.
# needs: weakref, classes
import gc
import weakref


class Subject:
    def __init__(self):
        self.observers = weakref.WeakSet()
        self.callbacks = []

    def attach(self, observer):
        self.observers.add(observer)

    def connect(self, method):
        self.callbacks.append(weakref.WeakMethod(method, self._gone))

    def _gone(self, reference):
        print("callback gone")
        self.callbacks.remove(reference)

    def notify(self, event):
        for observer in sorted(self.observers, key=lambda o: o.name):
            observer.update(event)
        for reference in list(self.callbacks):
            method = reference()
            if method is not None:
                method(event)


class Observer:
    def __init__(self, name):
        self.name = name

    def update(self, event):
        print(self.name, "got", event)

    def log(self, event):
        print(self.name, "logs", event)


subject = Subject()
one, two = Observer("one"), Observer("two")
subject.attach(one)
subject.attach(two)
subject.connect(one.log)
subject.connect(two.log)
subject.notify("start")
del one
subject.notify("middle")
print(len(subject.observers), len(subject.callbacks))
r = weakref.ref(two.update)
print(r())
m = weakref.WeakMethod(two.update)
print(m() == two.update, m() is m())
two.own = two
del two
print(len(subject.observers))
print(gc.collect() > 0, len(subject.observers), m())
subject.notify("end")
