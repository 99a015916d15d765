# Tutorial 2, block 3, part 4: two lists, as it stands, line by line.
# False
 a = []
 b = []
 print(a is b)
