# Since 3.10 an uncaught NameError or AttributeError suggests a near name.
# needs: suggestions
class Thing:
    pass


t = Thing()
t.colour = "red"
try:
    t.color
except AttributeError as error:
    print(error)
a = [i for i in derange(10)]
