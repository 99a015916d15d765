# Since 3.12 a forgotten self. is suggested.
# needs: suggestions
class C:
    def __init__(self):
        self.items = []

    def add(self, x):
        items.append(x)


C().add(1)
