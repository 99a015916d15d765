# 3.15 also suggests attributes of attributes, and methods that other languages call otherwise.
# versions: 3.14+
# needs: suggestions


class Part:
    def __init__(self):
        self.weight = 1

    def lift(self):
        pass


class Whole:
    kind = Part()

    def __init__(self):
        self.inner = Part()
        self._hidden = Part()

    @property
    def computed(self):
        return Part()


class Row(list):
    pass


class Wrong:
    def __init__(self, object, name):
        self.object, self.name = object, name

    def __del__(self):
        getattr(self.object, self.name)


for object, name in [
    ([], "push"), ([], "add"), (Row(), "addAll"), ((), "append"), ((), "push"), ("", "toUpperCase"), ({}, "put"),
    ({}, "keySet"), (frozenset(), "add"), (1.5, "__or__"), ([], "contains"), ({}, "contains"), (set(), "push"),
    (Whole(), "weight"), (Whole(), "lift"), (Whole(), "wieght"), (Whole(), "iner"), (Whole(), "computd"),
]:
    Wrong(object, name)

Whole().weight
