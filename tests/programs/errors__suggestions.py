# What a misspelled name may have meant.
# needs: closures


class Row:
    def __init__(self):
        self.items = []
        self._hidden = 1

    def add(self, item):
        try:
            items.append(item)
        except NameError as error:
            self.first = error

    def peek(self):
        return self.hiden


def attempt(action):
    try:
        action()
    except Exception as error:
        return error


row = Row()
row.add(1)
second = attempt(row.peek)
third = attempt(lambda: row._hiden)
fourth = attempt(lambda: row.hiden)
fifth = attempt(lambda: lenght)
for error in (second, third, fourth, fifth):
    print(type(error).__name__, error)
raise row.first
