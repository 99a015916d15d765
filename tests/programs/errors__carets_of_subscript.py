# Carets under a subscript that fails.
table = {"row": [1, 2, 3]}
print(table["row"][1], table["row"][2])
value = table["row"][1] + table["row"][10] + 5
