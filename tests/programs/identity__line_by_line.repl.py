a = 1
b = 1
a is b
a = "good"
b = "good"
a is b
a = "very good morning"
b = "very good morning"
a is b
a = []
b = []
a is b
