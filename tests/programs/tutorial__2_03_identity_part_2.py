# Tutorial 2, block 3, part 2: a short string, as it stands.
# True
 a = "good"
 b = "good"
 print(a is b)
