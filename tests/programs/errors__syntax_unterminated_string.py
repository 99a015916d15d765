# A string that does not end on its line.
# needs: syntax error texts
text = "never ends
print(text)
