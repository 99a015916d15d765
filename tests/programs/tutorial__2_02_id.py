# Tutorial 2, block 2, as it stands: indented by one.
 a = 1
 print(id(a))
 print(hex(id(a)))
