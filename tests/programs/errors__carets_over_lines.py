# An expression over several lines is shown by its first lines.
a = 1
b = 0
value = (
    a
    + 5
    // b
    + 7
)
