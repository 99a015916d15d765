# A string that does not end on its line.
text = "never ends
print(text)
