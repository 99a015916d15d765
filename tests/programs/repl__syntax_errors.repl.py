# needs: syntax error texts
a = [1, 2
]
a
print("x"
)
if True
b = 1
b
 c = 2
b
def f(:
b
