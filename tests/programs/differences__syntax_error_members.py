# print_file_and_line of a SyntaxError is not there.
# needs: exceptions
print(hasattr(SyntaxError("text"), "print_file_and_line"))
