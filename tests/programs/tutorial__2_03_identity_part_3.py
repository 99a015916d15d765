# Tutorial 2, block 3, part 3: a string with blanks, as it stands.
# False
 a = "very good morning"
 b = "very good morning"
 print(a is b)
