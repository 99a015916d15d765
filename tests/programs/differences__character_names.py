# Characters by name.
print("\N{DIGIT ONE}")
