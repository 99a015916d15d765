# An uncaught AttributeError names the attribute that may be meant.
# needs: suggestions
class Thing:
    pass


t = Thing()
t.colour = "red"
print(t.colour)
t.color
