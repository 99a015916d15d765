# Tabs and spaces mixed.
# needs: syntax error texts
if True:
        x = 1
	y = 2
