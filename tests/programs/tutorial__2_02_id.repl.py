# Tutorial 2, block 2, as it stands: indented by one, line by line.
 a = 1
 print(id(a))
 print(hex(id(a)))
