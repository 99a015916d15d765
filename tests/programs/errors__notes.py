# Since 3.11 an exception takes notes, which are printed after it.
# versions: 3.11+
# needs: exception notes
e = ValueError("x")
e.add_note("first note")
e.add_note("second note")
print(e.__notes__)
raise e
