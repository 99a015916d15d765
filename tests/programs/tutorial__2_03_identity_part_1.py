# Tutorial 2, block 3, part 1: small integers, as it stands.
# True
 a = 1
 b = 1
 print(a is b)
