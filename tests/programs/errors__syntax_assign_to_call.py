# A call cannot be assigned to.
len([]) = 3
